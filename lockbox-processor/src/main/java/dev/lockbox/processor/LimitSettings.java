package dev.lockbox.processor;

import dev.lockbox.domain.rules.AccessLimits;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How long a request waits and access lasts, for every tenant; the bounds are those of {@link
 * AccessLimits}. A change holds for what is opened from then on: a deadline that was given stays.
 *
 * @param pendingWindow from opening to expiry
 * @param accessFor what an approval grants unless less was asked for, and the most that may be
 *     asked for
 */
@ConfigurationProperties("lockbox")
record LimitSettings(Duration pendingWindow, Duration accessFor) {
  /** Throws {@link IllegalArgumentException} when one is out of bounds. */
  AccessLimits accessLimits() {
    return new AccessLimits(pendingWindow, accessFor);
  }
}
