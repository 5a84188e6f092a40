package dev.lockbox.api.command;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.DecisionId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;

/**
 * What the body says with which somebody begins to review.
 *
 * @param decisionId the caller's own id of this attempt, 1 to 64 characters; the same again is the
 *     same attempt
 * @param ifVersion the version of the request that the caller has before them
 */
@Schema(name = "BeginReview")
public record ReviewBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long ifVersion) {
  private static final Set<String> NAMES = Set.of("decisionId", "ifVersion");

  /**
   * @throws ProblemException INVALID_REQUEST
   */
  static ReviewBody parse(byte[] body) {
    var json = DecisionBody.object(body);
    DecisionBody.mayHoldOnly(json, NAMES);
    return new ReviewBody(
        DecisionBody.text(json, "decisionId")
            .orElseThrow(() -> DecisionBody.invalid("decisionId is missing")),
        DecisionBody.version(json, "ifVersion", "the version that is reviewed"));
  }

  /**
   * @throws ProblemException INVALID_REQUEST for what cannot be an id
   */
  public DecisionId id() {
    return SettingsBody.id(decisionId);
  }
}
