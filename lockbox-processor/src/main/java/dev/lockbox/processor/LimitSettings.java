package dev.lockbox.processor;

import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessLimits;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a request waits and access lasts, for every tenant; the bounds are those of {@link
 * AccessLimits}. A change holds for what is opened from then on: a deadline that was given stays.
 *
 * @param pendingWindow from opening to expiry
 * @param accessFor what an approval grants where no time was asked for
 * @param accessMax the most that may be asked for, no less than that; empty for the same
 */
@ConfigurationProperties("lockbox")
record LimitSettings(Duration pendingWindow, Duration accessFor, Optional<Duration> accessMax) {
  /** Throws {@link IllegalArgumentException} when one is out of bounds. */
  AccessLimits accessLimits() {
    return new AccessLimits(pendingWindow, accessFor);
  }

  /** Throws {@link IllegalArgumentException} when it is out of bounds. */
  AccessCap cap() {
    return new AccessCap(accessMax);
  }
}
