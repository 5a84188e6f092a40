package dev.lockbox.domain.rules;

import dev.lockbox.domain.time.Millis;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether who says yes must have said first that they begin to review the request, and how long
 * before. Nobody is ever asked to review before a no, and a rule that approves has nothing to read:
 * it was decided beforehand.
 *
 * @param dwell how long from there to the yes at least; in whole milliseconds, nothing to an hour.
 *     Empty: nobody need review
 */
public record ReviewRules(Optional<Duration> dwell) implements Policy.Part {
  private static final Duration DWELL_MAX = Duration.ofHours(1);

  public static final ReviewRules NONE = new ReviewRules(Optional.empty());

  public ReviewRules {
    dwell.ifPresent(ReviewRules::mustBeADwell);
  }

  public static ReviewRules of(Duration dwell) {
    return new ReviewRules(Optional.of(dwell));
  }

  private static void mustBeADwell(Duration dwell) {
    Millis.mustBeWhole("dwell", dwell);
    if (dwell.isNegative() || dwell.compareTo(DWELL_MAX) > 0) {
      throw new IllegalArgumentException(
          "dwell must be from PT0S to %s, was %s".formatted(DWELL_MAX, dwell));
    }
  }

  /** Whether a request that waits for so long can be reviewed and approved in that time. */
  public boolean fit(AccessLimits limits) {
    return dwell.filter(one -> one.compareTo(limits.pendingWindow()) >= 0).isEmpty();
  }

  void mustFit(AccessLimits limits) {
    if (!fit(limits)) {
      throw new IllegalArgumentException(
          "dwell must be shorter than pendingWindow %s, was %s"
              .formatted(limits.pendingWindow(), dwell.orElseThrow()));
    }
  }
}
