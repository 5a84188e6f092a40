package dev.lockbox.api.command;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.EngineerJson;
import dev.lockbox.api.view.RoleJson;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.domain.time.Millis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the bodies of the provider's routes say; every name must be there. */
final class RolesBody {
  private RolesBody() {}

  /**
   * What a role is.
   *
   * @param decisionId the caller's own id of this attempt, 1 to 64 characters; the same again is
   *     the same attempt
   */
  @Schema(name = "RoleChange")
  record Definition(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) RoleJson.DefinitionJson definition) {
    Role toDomain() {
      return valid(definition::toDomain);
    }
  }

  /**
   * The end of a role.
   *
   * @param decisionId the caller's own id of this attempt, 1 to 64 characters
   */
  @Schema(name = "RoleWithdrawal")
  record Withdrawal(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId) {}

  /**
   * Who an engineer is.
   *
   * @param decisionId the caller's own id of this attempt, 1 to 64 characters
   */
  @Schema(name = "EngineerChange")
  record Description(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
          EngineerJson.DescriptionJson description) {
    dev.lockbox.domain.staff.Description toDomain() {
      return valid(
          () -> {
            var said = description.toDomain();
            said.mustEnd();
            return said;
          });
    }
  }

  /**
   * An engineer asks to be a member.
   *
   * @param decisionId the caller's own id of this attempt, 1 to 64 characters
   * @param heldFor for how long, ISO 8601; null: as long as the role lets them
   * @param justification why, in the engineer's words, at most 4096 bytes of UTF-8
   */
  @Schema(name = "MembershipRequest")
  record Request(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
      @Nullable String heldFor,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String justification) {
    Optional<Duration> duration() {
      return valid(() -> Optional.ofNullable(heldFor).map(Duration::parse).map(Request::whole));
    }

    PersonalText justificationOf(PersonId person) {
      return words(person, justification)
          .orElseThrow(
              () -> new ProblemException(Code.INVALID_REASON, "justification must not be blank"));
    }

    private static Duration whole(Duration duration) {
      Millis.mustHold("heldFor", duration);
      return duration;
    }
  }

  /**
   * A manager's yes.
   *
   * @param decisionId the caller's own id of this attempt, 1 to 64 characters
   * @param reason in the caller's words; null for none
   * @param ifVersion the version of what is asked for, as the engineer's {@code asks} shows it
   */
  @Schema(name = "MembershipApproval")
  record Yes(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
      @Nullable String reason,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long ifVersion) {}

  /**
   * A no, or an end.
   *
   * @param decisionId the caller's own id of this attempt, 1 to 64 characters
   * @param reason in the caller's words; null for none
   */
  @Schema(name = "MembershipRefusal")
  record No(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
      @Nullable String reason) {}

  /**
   * Reads a body.
   *
   * @throws ProblemException INVALID_REQUEST
   */
  static <T> T parse(byte[] body, Class<T> type) {
    return SettingsBody.parse(body, type);
  }

  /**
   * What somebody gives as a reason; a blank one is none.
   *
   * @throws ProblemException INVALID_REASON
   */
  static Optional<PersonalText> words(PersonId person, @Nullable String text) {
    try {
      return Optional.ofNullable(text)
          .filter(given -> !given.isBlank())
          .map(given -> new PersonalText(person, given));
    } catch (IllegalArgumentException notTaken) {
      throw new ProblemException(
          Code.INVALID_REASON,
          "a text must be at most %s bytes of UTF-8".formatted(PersonalText.BYTES_MAX));
    }
  }

  private static <T> T valid(Supplier<T> meaning) {
    try {
      return meaning.get();
    } catch (DateTimeParseException notATime) {
      throw new ProblemException(
          Code.INVALID_SETTINGS,
          "durations and instants are ISO 8601, for example PT8H and 2026-12-31T00:00:00Z");
    } catch (IllegalArgumentException outOfBounds) {
      throw new ProblemException(Code.INVALID_SETTINGS, String.valueOf(outOfBounds.getMessage()));
    }
  }
}
