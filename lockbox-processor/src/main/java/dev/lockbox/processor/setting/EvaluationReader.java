package dev.lockbox.processor.setting;

import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
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
        EvaluationRules.NONE.internal(),
        EvaluationRules.NONE.internalWindow());
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
