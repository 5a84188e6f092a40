package dev.lockbox.processor;

import dev.lockbox.processor.requester.Assertions;
import dev.lockbox.processor.setting.AssertionsReader;
import dev.lockbox.service.Require;
import io.micronaut.core.value.PropertyResolver;
import java.util.Map;
import java.util.Optional;

/**
 * Whether engineers say themselves what services publish in their names: {@code
 * lockbox.requesters}; see docs/configuration.md. A change holds for what comes in from then on.
 *
 * @param assertions empty where nobody asks them
 */
record AssertionSettings(Optional<Assertions> assertions) {
  private static final String NAME = "lockbox.requesters";

  /**
   * Reads the settings as they are, as {@link PublisherSettings} does and for its reasons.
   *
   * @throws IllegalArgumentException naming the place of what is not understood
   */
  static AssertionSettings in(PropertyResolver settings) {
    var given = settings.getProperty(NAME, Object.class);
    if (given.isEmpty() && !settings.containsProperties(NAME)) {
      return new AssertionSettings(Optional.empty());
    }
    var parts = settings.getProperty(NAME, Map.class).orElse(Map.of());
    Require.that(!parts.isEmpty(), "%s must be names with values", NAME);
    return new AssertionSettings(
        Optional.of(AssertionsReader.read(NAME, EvaluationSettings.withoutElements(parts))));
  }
}
