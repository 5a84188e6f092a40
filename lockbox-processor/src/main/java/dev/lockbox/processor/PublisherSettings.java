package dev.lockbox.processor;

import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.processor.setting.PublishersReader;
import dev.lockbox.service.Require;
import io.micronaut.core.value.PropertyResolver;
import java.util.Map;

/**
 * Which services may publish on lockbox.requests, and for whom: {@code lockbox.services}; see
 * docs/configuration.md. A change holds for what comes in from then on.
 */
record PublisherSettings(Publishers publishers) {
  private static final String NAME = "lockbox.services";

  /**
   * Reads the settings as they are, as {@link ResourceSettings} does and for its reasons. Where the
   * name is there it must name a service: what was meant to be believed of some is not believed of
   * all.
   *
   * @throws IllegalArgumentException naming the place of what is not understood
   */
  static PublisherSettings in(PropertyResolver settings) {
    return new PublisherSettings(named(NAME, settings));
  }

  /** The same under another name. */
  static Publishers named(String name, PropertyResolver settings) {
    var given = settings.getProperty(name, Object.class);
    if (given.isEmpty() && !settings.containsProperties(name)) {
      return Publishers.NOBODY;
    }
    var services = settings.getProperty(name, Map.class).orElse(Map.of());
    Require.that(!services.isEmpty(), "%s must be services by their names", name);
    return PublishersReader.read(name, EvaluationSettings.withoutElements(services));
  }
}
