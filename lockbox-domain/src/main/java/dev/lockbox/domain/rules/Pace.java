package dev.lockbox.domain.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fast one engineer may ask, so that nobody is asked until they are tired of it.
 *
 * @param openAtMost how many of their requests may wait at once; 1 to {@value #OPEN_MAX}; empty for
 *     any number
 * @param coolDown empty where denials have no such consequence
 */
public record Pace(Optional<Integer> openAtMost, Optional<CoolDown> coolDown)
    implements Policy.Part {
  public static final int OPEN_MAX = 256;

  /** As fast as they like. */
  public static final Pace FREE = new Pace(Optional.empty(), Optional.empty());

  public Pace {
    if (openAtMost.filter(most -> most < 1 || most > OPEN_MAX).isPresent()) {
      throw new IllegalArgumentException(
          "openAtMost must be from 1 to %s, was %s".formatted(OPEN_MAX, openAtMost.get()));
    }
  }

  /** Whether one more request would be too many beside these. */
  public boolean isFull(int waiting) {
    return openAtMost.filter(most -> waiting >= most).isPresent();
  }

  /**
   * From when on the engineer may ask again; empty where there never was reason to wait.
   *
   * @param denied when they were denied something, in order
   */
  public Optional<Instant> coolUntil(List<Instant> denied) {
    return coolDown.flatMap(rule -> rule.until(denied));
  }
}
