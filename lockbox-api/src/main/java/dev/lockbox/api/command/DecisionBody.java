package dev.lockbox.api.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.api.json.RecordJson;
import dev.lockbox.api.json.StrictJson;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.tag.EntityTag;
import dev.lockbox.api.view.ConditionsJson;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.signature.Proof;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
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
 * @param ifVersion the version of the request that was read; an approval must name it, here or by
 *     {@code If-Match}, a "no" need not
 * @param actions of an approval: only these; null for all that are asked for
 * @param resources of an approval: only these; null for all that are asked for
 * @param accessFor of an approval: only for so long, ISO 8601; null for as long as is asked for
 * @param conditions of an approval: to be kept beside those that stand; null for no others
 * @param signature of an approval: by a key of the caller's, see docs/signatures.md; null for none
 */
@Schema(name = "Decision")
public record DecisionBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
    @Nullable String reason,
    @Nullable Long ifVersion,
    @Nullable List<String> actions,
    @Nullable List<String> resources,
    @Nullable String accessFor,
    @Nullable ConditionsJson conditions,
    @Nullable ProofJson signature) {
  private static final Set<String> NO_NAMES = Set.of("decisionId", "reason", "ifVersion");
  private static final Set<String> YES_NAMES =
      Set.of(
          "decisionId",
          "reason",
          "ifVersion",
          "actions",
          "resources",
          "accessFor",
          "conditions",
          "signature");

  /**
   * Reads a body. A name we do not know is refused, since its sender means something by it.
   *
   * @param isYes whether {@code ifVersion} and what narrows an approval count; of a "no", whatever
   *     {@code ifVersion} holds is passed over, so that no "no" is lost over it
   * @throws ProblemException INVALID_REQUEST
   */
  static DecisionBody parse(byte[] body, boolean isYes) {
    var json = object(body);
    mayHoldOnly(json, isYes ? YES_NAMES : NO_NAMES);
    return of(json, isYes ? version(json) : null);
  }

  /**
   * Reads a yes that may name the version it read by the header {@code If-Match} instead.
   *
   * @throws ProblemException INVALID_REQUEST, also where neither names it, or each another one
   */
  static DecisionBody yes(byte[] body, Optional<String> ifMatch) {
    var json = object(body);
    mayHoldOnly(json, YES_NAMES);
    var said = json.has("ifVersion") || ifMatch.isEmpty() ? version(json) : null;
    return of(json, EntityTag.version(said, ifMatch).orElse(null));
  }

  private static DecisionBody of(JsonNode json, @Nullable Long version) {
    return new DecisionBody(
        text(json, "decisionId").orElseThrow(() -> invalid("decisionId is missing")),
        text(json, "reason").filter(text -> !text.isBlank()).orElse(null),
        version,
        texts(json, "actions").orElse(null),
        texts(json, "resources").orElse(null),
        text(json, "accessFor").orElse(null),
        conditions(json),
        part(json, "signature", ProofJson.class));
  }

  /**
   * How the approval is less than what was asked for; empty when it is not.
   *
   * @throws ProblemException INVALID_REQUEST for what no narrowing can say
   */
  public Optional<Narrowing> narrowing() {
    if (actions == null && resources == null && accessFor == null && conditions == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Narrowing(
              Optional.ofNullable(actions).map(all -> all.stream().map(ActionName::new).toList()),
              Optional.ofNullable(resources)
                  .map(all -> all.stream().map(ResourceName::new).toList()),
              Optional.ofNullable(accessFor).map(Duration::parse),
              conditions == null ? Conditions.NONE : conditions.toDomain()));
    } catch (DateTimeParseException | IllegalArgumentException notLess) {
      throw invalid(
          "actions and resources must be some of those asked for, accessFor an ISO 8601 duration,"
              + " conditions some that can be kept");
    }
  }

  /**
   * That the approval is signed; empty when it is not.
   *
   * @throws ProblemException INVALID_REQUEST for what can be no signature
   */
  public Optional<Proof> proof() {
    try {
      return Optional.ofNullable(signature).map(ProofJson::toDomain);
    } catch (IllegalArgumentException noSignature) {
      throw invalid("the signature is none: %s".formatted(noSignature.getMessage()));
    }
  }

  /**
   * @throws ProblemException INVALID_REQUEST for what cannot be an id
   */
  public DecisionId id() {
    return SettingsBody.id(decisionId);
  }

  /** The version that was read; only of a body that was parsed for it. */
  public long version() {
    return Objects.requireNonNull(ifVersion);
  }

  /**
   * @throws ProblemException INVALID_REASON for one that is too long or cannot be written down
   */
  public Optional<PersonalText> reasonOf(PersonId person) {
    try {
      return Optional.ofNullable(reason).map(text -> new PersonalText(person, text));
    } catch (IllegalArgumentException notTaken) {
      throw new ProblemException(
          Code.INVALID_REASON,
          "reason must be at most %s bytes of UTF-8".formatted(PersonalText.BYTES_MAX));
    }
  }

  static void mayHoldOnly(JsonNode json, Set<String> known) {
    for (var names = json.fieldNames(); names.hasNext(); ) {
      if (!known.contains(names.next())) {
        throw invalid(
            "the body may hold %s only"
                .formatted(String.join(", ", known.stream().sorted().toList())));
      }
    }
  }

  static JsonNode object(byte[] body) {
    try {
      return StrictJson.object(body);
    } catch (IllegalArgumentException garbled) {
      throw invalid("the body must be one JSON object, each name once");
    }
  }

  static Optional<String> text(JsonNode json, String name) {
    var found = json.path(name);
    if (found.isMissingNode() || found.isNull()) {
      return Optional.empty();
    }
    if (!found.isTextual()) {
      throw invalid("%s must be a text".formatted(name));
    }
    return Optional.of(found.asText());
  }

  static Optional<List<String>> texts(JsonNode json, String name) {
    var found = json.path(name);
    if (found.isMissingNode() || found.isNull()) {
      return Optional.empty();
    }
    var texts = new ArrayList<String>();
    for (var one : found) {
      if (!one.isTextual()) {
        throw invalid("%s must be a list of texts".formatted(name));
      }
      texts.add(one.asText());
    }
    if (!found.isArray()) {
      throw invalid("%s must be a list of texts".formatted(name));
    }
    return Optional.of(texts);
  }

  private static @Nullable ConditionsJson conditions(JsonNode json) {
    return part(json, "conditions", ConditionsJson.class);
  }

  private static <T> @Nullable T part(JsonNode json, String name, Class<T> type) {
    var found = json.path(name);
    if (found.isMissingNode() || found.isNull()) {
      return null;
    }
    try {
      return RecordJson.read(found, type);
    } catch (IllegalArgumentException garbled) {
      throw invalid("the %s are none: %s".formatted(name, garbled.getMessage()));
    }
  }

  private static long version(JsonNode json) {
    return version(json, "ifVersion", "the version of the request that was read");
  }

  static long version(JsonNode json, String name, String meaning) {
    var found = json.path(name);
    if (!found.isIntegralNumber() || !found.canConvertToLong() || found.asLong() < 0) {
      throw invalid("%s must be %s".formatted(name, meaning));
    }
    return found.asLong();
  }

  static ProblemException invalid(String detail) {
    return new ProblemException(Code.INVALID_REQUEST, detail);
  }
}
