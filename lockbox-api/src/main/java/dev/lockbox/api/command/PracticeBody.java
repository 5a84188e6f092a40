package dev.lockbox.api.command;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Practice;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the body says with which practice is started.
 *
 * @param decisionId the caller's own id of this attempt, 1 to 64 characters; the same again is the
 *     same attempt, and the request for practice is called {@code practice-} and this
 * @param actions what would be done; 1 to 32
 * @param resources what would be touched; 1 to 64
 * @param accessFor for how long, ISO 8601; null for as long as the customer usually grants
 */
@Schema(name = "StartPractice")
public record PracticeBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> actions,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> resources,
    @Nullable String accessFor) {
  private static final Set<String> NAMES =
      Set.of("decisionId", "actions", "resources", "accessFor");

  /**
   * @throws ProblemException INVALID_REQUEST
   */
  static PracticeBody parse(byte[] body) {
    var json = DecisionBody.object(body);
    DecisionBody.mayHoldOnly(json, NAMES);
    return new PracticeBody(
        DecisionBody.text(json, "decisionId")
            .orElseThrow(() -> DecisionBody.invalid("decisionId is missing")),
        DecisionBody.texts(json, "actions")
            .orElseThrow(() -> DecisionBody.invalid("actions are missing")),
        DecisionBody.texts(json, "resources")
            .orElseThrow(() -> DecisionBody.invalid("resources are missing")),
        DecisionBody.text(json, "accessFor").orElse(null));
  }

  /**
   * @throws ProblemException INVALID_REQUEST for what cannot be asked for
   */
  public StartPractice by(PersonId person, TenantId tenant) {
    DecisionId id = SettingsBody.id(decisionId);
    return new StartPractice(
        new RequestId(tenant, "practice-" + id.value()), new Attempt(person, id), asked());
  }

  private Asked asked() {
    try {
      return Practice.asked(
          actions.stream().map(ActionName::new).toList(),
          resources.stream().map(ResourceName::new).toList(),
          Optional.ofNullable(accessFor).map(Duration::parse));
    } catch (DateTimeParseException | IllegalArgumentException notAsked) {
      throw DecisionBody.invalid(
          "actions and resources must be names, each once and at least one, accessFor an ISO 8601"
              + " duration");
    }
  }
}
