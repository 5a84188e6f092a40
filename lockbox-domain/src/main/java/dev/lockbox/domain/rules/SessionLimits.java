package dev.lockbox.domain.rules;

import java.time.Duration;

/**
 * How long a session may last; never longer than the grant it is under.
 *
 * @param idleAfter ends when nothing was done for so long; 1 minute to 24 hours, in whole
 *     milliseconds
 * @param longest ends after so long whatever is done; 1 minute to 24 hours, in whole milliseconds
 */
public record SessionLimits(Duration idleAfter, Duration longest) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(24);

  /** Source: Microsoft 365 service engineer access control. */
  public static final SessionLimits DEFAULT =
      new SessionLimits(Duration.ofMinutes(15), Duration.ofHours(24));

  public SessionLimits {
    mustBeIdleTime(idleAfter);
    mustBeWithin("longest", longest);
  }

  static void mustBeIdleTime(Duration idleAfter) {
    mustBeWithin("idleAfter", idleAfter);
  }

  private static void mustBeWithin(String name, Duration given) {
    if (given.compareTo(SHORTEST) < 0
        || given.compareTo(LONGEST) > 0
        || !given.equals(Duration.ofMillis(given.toMillis()))) {
      throw new IllegalArgumentException(
          "%s of a session must be %s to %s in whole milliseconds, was %s"
              .formatted(name, SHORTEST, LONGEST, given));
    }
  }
}
