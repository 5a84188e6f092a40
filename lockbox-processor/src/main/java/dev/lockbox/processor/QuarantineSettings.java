package dev.lockbox.processor;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * How much of what comes in and means nothing is kept.
 *
 * @param fullPerMinute records of each partition of the intake topic that are kept byte for byte
 *     within a minute; of the rest place, cause, length and SHA-256 are kept. 1 to 100000
 */
@ConfigurationProperties("lockbox.quarantine")
record QuarantineSettings(int fullPerMinute) {
  private static final int FULL_MAX = 100_000;

  QuarantineSettings {
    Require.within("lockbox.quarantine.full-per-minute", fullPerMinute, 1, FULL_MAX);
  }
}
