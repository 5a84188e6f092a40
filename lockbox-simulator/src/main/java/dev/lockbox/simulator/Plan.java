package dev.lockbox.simulator;

import java.time.Duration;

/**
 * What to simulate.
 *
 * @param seed of the first history; the next has the next number, and so on
 * @param time for all of it
 * @param historiesMin how many random histories are run, however long that takes; 1 or more
 * @param threads 1 or more
 * @param bugs whether to look for the defects of the bank too
 */
public record Plan(long seed, Duration time, long historiesMin, int threads, boolean bugs) {
  /** How long the simulator may look for one defect. */
  static final Duration PER_BUG = Duration.ofSeconds(60);

  /** And in how many histories, where the machine is too slow to run so many in that time. */
  static final long HISTORIES_PER_BUG = 5_000;

  public Plan {
    if (time.isNegative() || historiesMin < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "time must not be negative, histories and threads be 1 or more, were %s, %s and %s"
              .formatted(time, historiesMin, threads));
    }
  }
}
