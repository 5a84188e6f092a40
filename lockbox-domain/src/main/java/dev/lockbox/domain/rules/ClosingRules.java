package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.PointId;
import java.time.Duration;
import java.util.Set;

/**
 * Who must say that what they opened for a grant is closed, once it ended.
 *
 * @param points at most {@value #POINTS_MAX}; none: nobody needs to say anything
 * @param within counted from the end of access; 1 s to 24 h, in whole milliseconds
 */
public record ClosingRules(Set<PointId> points, Duration within) implements Policy.Part {
  public static final int POINTS_MAX = 16;
  public static final Duration WITHIN_MAX = Duration.ofHours(24);
  private static final Duration WITHIN_MIN = Duration.ofSeconds(1);
  private static final int NANOS_PER_MILLI = 1_000_000;
  public static final ClosingRules NONE = new ClosingRules(Set.of(), Duration.ofMinutes(5));

  public ClosingRules {
    points = Set.copyOf(points);
    Bounds.atMost("enforcement points", points, POINTS_MAX);
    if (within.compareTo(WITHIN_MIN) < 0
        || within.compareTo(WITHIN_MAX) > 0
        || within.getNano() % NANOS_PER_MILLI != 0) {
      throw new IllegalArgumentException(
          "the time to close must be from %s to %s in whole milliseconds, was %s"
              .formatted(WITHIN_MIN, WITHIN_MAX, within));
    }
  }
}
