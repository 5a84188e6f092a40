package dev.lockbox.service;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;

/**
 * What every service is told.
 *
 * @param service its name
 * @param dataDir where it keeps its stores and the schema ids it has learnt; its own, and lost at
 *     no cost but time
 */
@ConfigurationProperties("lockbox")
public record ServiceSettings(String service, String dataDir) {
  public ServiceSettings {
    Require.that(!dataDir.isBlank(), "lockbox.data-dir must name a directory");
  }

  /** This service's own part of the data directory. */
  public Path directory() {
    return Path.of(dataDir).resolve(service);
  }
}
