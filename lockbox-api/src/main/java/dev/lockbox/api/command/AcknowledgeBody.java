package dev.lockbox.api.command;

import dev.lockbox.api.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the body says with which somebody takes note of an exclusion.
 *
 * @param decisionId the caller's own id of this attempt, 1 to 64 characters; the same again is the
 *     same attempt
 * @param reason in the caller's words, at most 4096 bytes of UTF-8; an empty one is none
 */
@Schema(name = "Acknowledgement")
record AcknowledgeBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
    @Nullable String reason) {
  /**
   * As the body of a no, but that no version is passed over.
   *
   * @throws ProblemException INVALID_REQUEST
   */
  static DecisionBody parse(byte[] body) {
    DecisionBody.mayHoldOnly(DecisionBody.object(body), Set.of("decisionId", "reason"));
    return DecisionBody.parse(body, false);
  }
}
