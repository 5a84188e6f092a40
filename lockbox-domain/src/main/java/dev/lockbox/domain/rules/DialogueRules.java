package dev.lockbox.domain.rules;

import java.time.Duration;

/**
 * What a tenant lets be said about a waiting request.
 *
 * @param pauseMax for how long, in all, the time for deciding stands still while questions wait for
 *     their answers; not negative, at most {@value #PAUSE_DAYS_MAX} days, whole milliseconds
 */
public record DialogueRules(Duration pauseMax) implements Policy.Part {
  public static final int PAUSE_DAYS_MAX = 30;
  private static final int NANOS_PER_MILLI = 1_000_000;

  /** Questions may be asked, and the clock runs on. */
  public static final DialogueRules NONE = new DialogueRules(Duration.ZERO);

  public DialogueRules {
    if (pauseMax.isNegative()
        || pauseMax.compareTo(Duration.ofDays(PAUSE_DAYS_MAX)) > 0
        || pauseMax.getNano() % NANOS_PER_MILLI != 0) {
      throw new IllegalArgumentException(
          "pauseMax must be from PT0S to %s days in whole milliseconds, was %s"
              .formatted(PAUSE_DAYS_MAX, pauseMax));
    }
  }
}
