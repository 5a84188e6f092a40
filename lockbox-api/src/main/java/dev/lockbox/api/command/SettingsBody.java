package dev.lockbox.api.command;

import dev.lockbox.api.json.RecordJson;
import dev.lockbox.api.json.StrictJson;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.SettingsJson;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.rules.Settings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What the bodies of a change of rules say. */
public final class SettingsBody {
  private SettingsBody() {}

  /**
   * Other rules.
   *
   * @param decisionId the caller's own id of this attempt, 1 to 64 characters; the same again is
   *     the same attempt
   * @param settings all of them, whatever is to change
   * @param ifVersion the version that was read: where another one stands, nothing is changed; null
   *     for whichever stands
   */
  @Schema(name = "SettingsChange")
  public record Change(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) SettingsJson settings,
      @Nullable Long ifVersion) {

    /**
     * @throws ProblemException INVALID_SETTINGS
     */
    public Settings toDomain() {
      try {
        return settings.toDomain();
      } catch (DateTimeParseException notADuration) {
        throw new ProblemException(
            Code.INVALID_SETTINGS, "limits must be ISO 8601 durations, for example PT8H");
      } catch (IllegalArgumentException contradiction) {
        throw new ProblemException(
            Code.INVALID_SETTINGS, String.valueOf(contradiction.getMessage()));
      }
    }
  }

  /**
   * Agreement to rules that another administrator proposed.
   *
   * @param decisionId the caller's own id of this attempt, 1 to 64 characters
   * @param proposal its version
   */
  @Schema(name = "SettingsConfirmation")
  public record Confirmation(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long proposal) {}

  /**
   * Reads a body. A name we do not know is refused, and so is one that is missing: rules are given
   * as a whole, so that nobody loosens one by leaving it out.
   *
   * @throws ProblemException INVALID_REQUEST
   */
  static <T> T parse(byte[] body, Class<T> type) {
    try {
      return RecordJson.read(StrictJson.object(body), type);
    } catch (IllegalArgumentException garbled) {
      throw new ProblemException(
          Code.INVALID_REQUEST,
          "the body is no %s: %s".formatted(type.getSimpleName(), garbled.getMessage()));
    }
  }

  /**
   * @throws ProblemException INVALID_REQUEST for what cannot be an id
   */
  static DecisionId id(String decisionId) {
    try {
      return new DecisionId(decisionId);
    } catch (IllegalArgumentException notAnId) {
      throw new ProblemException(
          Code.INVALID_REQUEST,
          "decisionId must be 1 to 64 letters, digits, dots, underscores or hyphens");
    }
  }
}
