package dev.lockbox.processor;

import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.processor.setting.EvaluationReader;
import dev.lockbox.service.Require;
import io.micronaut.core.value.PropertyResolver;
import java.util.HashMap;
import java.util.Map;

/**
 * What the provider wants of every request before a customer is asked; see docs/configuration.md. A
 * change holds for what comes in from then on.
 */
record EvaluationSettings(EvaluationRules rules) {
  private static final String NAME = "lockbox.evaluation";

  /**
   * Reads the settings as they are, as {@link ResourceSettings} does and for its reasons: a check
   * that is misspelt must not be a check that is missing.
   *
   * @throws IllegalArgumentException naming the place of what is not understood
   */
  static EvaluationSettings in(PropertyResolver settings) {
    var values = settings.getProperty(NAME, Map.class);
    var isElsewhere = values.isEmpty() && settings.containsProperties(NAME);
    Require.that(!isElsewhere, "%s must be names with values", NAME);
    return new EvaluationSettings(
        values
            .filter(given -> !given.isEmpty())
            .map(given -> EvaluationReader.read(NAME, withoutElements(given)))
            .orElse(EvaluationRules.NONE));
  }

  /** Micronaut names each element of a list once more beside the list: {@code required[0]}. */
  static Map<Object, Object> withoutElements(Map<?, ?> given) {
    var kept = new HashMap<Object, Object>();
    given.forEach(
        (key, value) -> {
          if (!key.toString().endsWith("]")) {
            kept.put(key, value instanceof Map<?, ?> part ? withoutElements(part) : value);
          }
        });
    return kept;
  }
}
