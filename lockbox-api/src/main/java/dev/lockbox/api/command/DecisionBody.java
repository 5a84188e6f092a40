package dev.lockbox.api.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.api.json.StrictJson;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a decision says.
 *
 * @param decisionId the caller's own id of this attempt, 1 to 64 characters; the same again is the
 *     same attempt
 * @param reason in the caller's words, at most 4096 bytes of UTF-8; an empty one is none
 * @param ifVersion the version of the request that was read; an approval must name it, a "no" need
 *     not
 */
@Schema(name = "Decision")
record DecisionBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
    @Nullable String reason,
    @Nullable Long ifVersion) {
  private static final Set<String> NAMES = Set.of("decisionId", "reason", "ifVersion");

  /**
   * Reads a body. A name we do not know is refused, since its sender means something by it.
   *
   * @param readsVersion whether {@code ifVersion} counts; where it does not, whatever it holds is
   *     passed over, so that no "no" is lost over it
   * @throws ProblemException INVALID_REQUEST
   */
  static DecisionBody parse(byte[] body, boolean readsVersion) {
    var json = object(body);
    for (var names = json.fieldNames(); names.hasNext(); ) {
      if (!NAMES.contains(names.next())) {
        throw invalid(
            "the body may hold %s only"
                .formatted(String.join(", ", NAMES.stream().sorted().toList())));
      }
    }
    return new DecisionBody(
        text(json, "decisionId").orElseThrow(() -> invalid("decisionId is missing")),
        text(json, "reason").filter(text -> !text.isBlank()).orElse(null),
        readsVersion ? version(json) : null);
  }

  /**
   * @throws ProblemException INVALID_REQUEST for what cannot be an id
   */
  DecisionId id() {
    try {
      return new DecisionId(decisionId);
    } catch (IllegalArgumentException notAnId) {
      throw invalid("decisionId must be 1 to 64 letters, digits, dots, underscores or hyphens");
    }
  }

  /** The version that was read; only of a body that was parsed for it. */
  long version() {
    return Objects.requireNonNull(ifVersion);
  }

  /**
   * @throws ProblemException INVALID_REASON for one that is too long or cannot be written down
   */
  Optional<PersonalText> reasonOf(PersonId person) {
    try {
      return Optional.ofNullable(reason).map(text -> new PersonalText(person, text));
    } catch (IllegalArgumentException notTaken) {
      throw new ProblemException(
          Code.INVALID_REASON,
          "reason must be at most %d bytes of UTF-8".formatted(PersonalText.BYTES_MAX));
    }
  }

  private static JsonNode object(byte[] body) {
    try {
      return StrictJson.object(body);
    } catch (IllegalArgumentException garbled) {
      throw invalid("the body must be one JSON object, each name once");
    }
  }

  private static Optional<String> text(JsonNode json, String name) {
    var found = json.path(name);
    if (found.isMissingNode() || found.isNull()) {
      return Optional.empty();
    }
    if (!found.isTextual()) {
      throw invalid("%s must be a text".formatted(name));
    }
    return Optional.of(found.asText());
  }

  private static long version(JsonNode json) {
    var found = json.path("ifVersion");
    if (!found.isIntegralNumber() || !found.canConvertToLong() || found.asLong() < 0) {
      throw invalid("ifVersion must be the version of the request that was read");
    }
    return found.asLong();
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(Code.INVALID_REQUEST, detail);
  }
}
