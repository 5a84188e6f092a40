package dev.lockbox.domain.rules;

import dev.lockbox.domain.time.Millis;
import java.time.Duration;

/**
 * How long a request waits for a decision, and how long an approval grants; both in whole
 * milliseconds.
 *
 * @param pendingWindow from opening to expiry; 1 s to 30 days. Default four days: customer
 *     agreement, silence denies
 * @param accessFor what an approval grants where the request says no time, and the most it may ask
 *     for unless an {@link AccessCap} lets it ask for more; 1 s to 24 h. Default eight hours
 */
public record AccessLimits(Duration pendingWindow, Duration accessFor) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration PENDING_MAX = Duration.ofDays(30);
  private static final Duration ACCESS_MAX = Duration.ofHours(24);

  // Below the bounds: making it checks them.
  public static final AccessLimits DEFAULTS =
      new AccessLimits(Duration.ofDays(4), Duration.ofHours(8));

  public AccessLimits {
    within("pendingWindow", pendingWindow, PENDING_MAX);
    mustBeAccess("accessFor", accessFor);
  }

  /** As long as access may last at all: 1 s to 24 h, in whole milliseconds. */
  static void mustBeAccess(String name, Duration given) {
    within(name, given, ACCESS_MAX);
  }

  private static void within(String name, Duration given, Duration max) {
    if (given.compareTo(SHORTEST) < 0 || given.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, was %s".formatted(name, SHORTEST, max, given));
    }
    Millis.mustHold(name, given);
  }
}
