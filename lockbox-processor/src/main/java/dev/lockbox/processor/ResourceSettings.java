package dev.lockbox.processor;

import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.processor.setting.TypeReader;
import dev.lockbox.service.Require;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;

/**
 * What can be asked for in this deployment: the built-in types of resources, and those of {@code
 * lockbox.resource-types}; see docs/configuration.md. A change holds for what is opened from then
 * on.
 */
record ResourceSettings(Catalogue catalogue) {
  private static final String NAME = "lockbox.resource-types";

  /**
   * Reads the setting as it is, since Micronaut's conversions make an empty list of what is none,
   * and leave out what is misspelt.
   *
   * @throws IllegalArgumentException naming the place of what is not understood
   */
  static ResourceSettings in(PropertyResolver settings) {
    var types = settings.getProperty(NAME, Object.class);
    var isElsewhere = types.isEmpty() && settings.containsProperties(NAME);
    Require.that(!isElsewhere, "%s must be a list", NAME);
    return new ResourceSettings(
        Catalogue.BUILT_IN.with(TypeReader.read(NAME, types.orElse(List.of()))));
  }
}
