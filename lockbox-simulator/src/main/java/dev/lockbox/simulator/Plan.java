package dev.lockbox.simulator;

import java.time.Duration;

/**
 * What to simulate.
 *
 * @param seed of the first history; the next has the next number, and so on
 * @param time for all of it; at least one history is run, however little it is
 * @param threads 1 or more
 * @param bugs whether to look for the defects of the bank too
 */
public record Plan(long seed, Duration time, int threads, boolean bugs) {
  /** How long the simulator may look for one defect. */
  public static final Duration PER_BUG = Duration.ofSeconds(60);

  public Plan {
    if (time.isNegative() || threads < 1) {
      throw new IllegalArgumentException(
          "time must not be negative and threads be 1 or more, were %s and %s"
              .formatted(time, threads));
    }
  }
}
