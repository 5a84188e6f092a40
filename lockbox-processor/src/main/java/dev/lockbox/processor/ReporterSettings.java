package dev.lockbox.processor;

import dev.lockbox.processor.publisher.OwnKeys;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.service.Require;
import io.micronaut.core.value.PropertyResolver;

/**
 * Which gateways, enforcement points and others may tell on lockbox.activity, and of whose
 * customers: {@code lockbox.reporters}; see docs/configuration.md. A change holds for what comes in
 * from then on.
 *
 * @param reporters none where whoever may write there is believed
 * @param own by which the processors know their own records there
 */
public record ReporterSettings(Publishers reporters, OwnKeys own) {
  static final String NAME = "lockbox.reporters";

  public ReporterSettings {
    Require.that(
        !reporters.mustSign() || own.own().isPresent(),
        "lockbox.processor.key-file must be set where %s names any: the processors sign too",
        NAME);
  }

  /**
   * @throws IllegalArgumentException naming the place of what is not understood
   */
  static ReporterSettings in(PropertyResolver settings, OwnKeys own) {
    return new ReporterSettings(PublisherSettings.named(NAME, settings), own);
  }
}
