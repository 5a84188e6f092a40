package dev.lockbox.api.azure;

import dev.lockbox.api.json.RecordJson;
import dev.lockbox.api.json.StrictJson;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision, and what it is answered with.
 *
 * @param status {@code Approve} or {@code Deny}
 * @param reason in the caller's words, at most 4096 bytes of UTF-8; an empty one is none
 */
@Introspected
@Schema(name = "AzureApproval")
record ApprovalJson(
    @Schema(allowableValues = {"Approve", "Deny"}) String status, @Nullable String reason) {
  private static final String APPROVE = "Approve";
  private static final String DENY = "Deny";

  /**
   * @throws ProblemException INVALID_REQUEST
   */
  static ApprovalJson parse(byte[] body) {
    var read = read(body);
    if (!read.isYes() && !read.status.equals(DENY)) {
      throw invalid("status must be %s or %s".formatted(APPROVE, DENY));
    }
    return read;
  }

  private static ApprovalJson read(byte[] body) {
    try {
      return RecordJson.read(StrictJson.object(body), ApprovalJson.class);
    } catch (IllegalArgumentException garbled) {
      throw invalid("the body is no approval: %s".formatted(garbled.getMessage()));
    }
  }

  boolean isYes() {
    return status.equals(APPROVE);
  }

  /**
   * @throws ProblemException INVALID_REASON for one that is too long or cannot be written down
   */
  Optional<PersonalText> reasonOf(PersonId person) {
    try {
      return Optional.ofNullable(reason)
          .filter(text -> !text.isBlank())
          .map(text -> new PersonalText(person, text));
    } catch (IllegalArgumentException notTaken) {
      throw new ProblemException(
          Code.INVALID_REASON,
          "reason must be at most %s bytes of UTF-8".formatted(PersonalText.BYTES_MAX));
    }
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(Code.INVALID_REQUEST, detail);
  }
}
