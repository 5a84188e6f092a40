package dev.lockbox.api.command;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.DecisionId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;

/**
 * What the body says with which somebody says that they read what was done.
 *
 * @param decisionId the caller's own id of this attempt, 1 to 64 characters; the same again is the
 *     same attempt
 */
@Schema(name = "ConfirmRead")
public record ReadBody(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId) {
  private static final Set<String> NAMES = Set.of("decisionId");

  /**
   * @throws ProblemException INVALID_REQUEST
   */
  static ReadBody parse(byte[] body) {
    var json = DecisionBody.object(body);
    DecisionBody.mayHoldOnly(json, NAMES);
    return new ReadBody(
        DecisionBody.text(json, "decisionId")
            .orElseThrow(() -> DecisionBody.invalid("decisionId is missing")));
  }

  /**
   * @throws ProblemException INVALID_REQUEST for what cannot be an id
   */
  public DecisionId id() {
    return SettingsBody.id(decisionId);
  }
}
