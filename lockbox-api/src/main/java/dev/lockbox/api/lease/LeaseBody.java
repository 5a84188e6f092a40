package dev.lockbox.api.lease;

import dev.lockbox.api.json.RecordJson;
import dev.lockbox.api.json.StrictJson;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/**
 * A question for a lease.
 *
 * @param nonce drawn at random for this question, 16 to 64 letters, digits, underscores or hyphens;
 *     it stands in the lease, so that no earlier one can pass for its answer
 */
@Schema(name = "LeaseQuestion")
record LeaseBody(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String nonce) {
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  /**
   * @throws ProblemException INVALID_REQUEST
   */
  static LeaseBody parse(byte[] body) {
    try {
      var parsed = RecordJson.read(StrictJson.object(body), LeaseBody.class);
      if (NONCE.matcher(parsed.nonce).matches()) {
        return parsed;
      }
    } catch (IllegalArgumentException garbled) {
      throw invalid(String.valueOf(garbled.getMessage()));
    }
    throw invalid("nonce must be 16 to 64 letters, digits, underscores or hyphens");
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(
        Code.INVALID_REQUEST, "the body is no question for a lease: " + why);
  }
}
