package dev.lockbox.processor.setting;

import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.InternalRoute;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.evaluation.Unasked;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.service.setting.Given;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the provider wants of every request, as docs/configuration.md has it written down. */
public final class EvaluationReader {
  private EvaluationReader() {}

  /**
   * @param setting its name, for the message
   * @throws IllegalArgumentException naming the place of what is not understood
   */
  public static EvaluationRules read(String setting, Object given) {
    return Given.read(setting, given, EvaluationReader::rules);
  }

  private static EvaluationRules rules(Given given) {
    return new EvaluationRules(
        set(given, "required", text -> word("required", CheckName.class, text))
            .orElse(EvaluationRules.NONE.required()),
        criteria(given),
        given.parts("internal", EvaluationReader::route),
        given
            .maybeText("internal-window")
            .map(EvaluationReader::window)
            .orElse(EvaluationRules.NONE.internalWindow()),
        given.maybePart("without-customer", EvaluationReader::unasked).orElse(Unasked.NOTHING));
  }

  private static InternalRoute route(Given given) {
    return new InternalRoute(
        given.maybeText("purpose").map(text -> word("purpose", Purpose.class, text)),
        given
            .maybeText("level-at-least")
            .map(text -> word("level-at-least", PermissionLevel.class, text)),
        given.maybeNumber("escalation-at-least").orElse(0),
        set(given, "reason-codes", Code::new).orElse(Set.of()),
        set(given, "teams", Code::new).orElse(Set.of()),
        given.maybeText("resources").orElse(""),
        given.maybeText("actions").orElse(""),
        given.parts("stages", EvaluationReader::stage));
  }

  private static InternalStage stage(Given given) {
    return new InternalStage(
        new GroupId(given.text("approvers")), given.maybeNumber("quorum").orElse(1));
  }

  private static Unasked unasked(Given given) {
    return new Unasked(
        set(given, "data-access", text -> word("data-access", DataAccess.class, text))
            .orElse(Set.of()),
        set(given, "purposes", text -> word("purposes", Purpose.class, text)).orElse(Set.of()));
  }

  private static Duration window(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException noDuration) {
      throw new IllegalArgumentException(
          "internal-window must be an ISO 8601 duration, was %s".formatted(text), noDuration);
    }
  }

  private static Criteria criteria(Given given) {
    var unsaid = Criteria.DEFAULTS;
    return new Criteria(
        given.maybeNumber("justification-chars-min").orElse(unsaid.justificationCharsMin()),
        given.maybeNumber("alternatives-chars-min").orElse(unsaid.alternativesCharsMin()),
        set(given, "reason-codes", Code::new).orElse(unsaid.reasonCodes()),
        set(given, "reasons-without-ticket", Code::new).orElse(unsaid.reasonsWithoutTicket()),
        set(given, "open-statuses", Code::new).orElse(unsaid.openStatuses()),
        set(given, "countries", Country::new).orElse(unsaid.countries()),
        set(given, "strong-methods", Code::new).orElse(unsaid.strongMethods()),
        given.maybeFlag("identity-both").orElse(unsaid.isIdentityBoth()));
  }

  private static <T> Optional<Set<T>> set(Given given, String key, Function<String, T> meaning) {
    return given
        .maybeTexts(key)
        .map(texts -> texts.stream().map(meaning).collect(Collectors.toUnmodifiableSet()));
  }

  private static <T extends Enum<T>> T word(String name, Class<T> type, String text) {
    var words = type.getEnumConstants();
    return Arrays.stream(words)
        .filter(word -> word.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s must be one of %s, was %s".formatted(name, List.of(words), text)));
  }
}
