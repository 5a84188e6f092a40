package dev.lockbox.domain.rules;

import java.time.Duration;

/**
 * Whoever changed the rules does not approve under them at once, whether or not they were an
 * approver all along. The longer of what held before a change and after it counts, so that nobody
 * is free by setting this to nothing.
 *
 * @param editorsWait from the change on, in whole milliseconds; nothing to 30 days
 */
public record Separation(Duration editorsWait) implements Policy.Part {
  private static final Duration WAIT_MAX = Duration.ofDays(30);
  private static final int NANOS_PER_MILLI = 1_000_000;

  public static final Separation NONE = new Separation(Duration.ZERO);

  public Separation {
    if (editorsWait.isNegative()
        || editorsWait.compareTo(WAIT_MAX) > 0
        || editorsWait.getNano() % NANOS_PER_MILLI != 0) {
      throw new IllegalArgumentException(
          "editorsWait must be from PT0S to %s in whole milliseconds, was %s"
              .formatted(WAIT_MAX, editorsWait));
    }
  }

  public Duration orLonger(Separation other) {
    return editorsWait.compareTo(other.editorsWait) >= 0 ? editorsWait : other.editorsWait;
  }
}
