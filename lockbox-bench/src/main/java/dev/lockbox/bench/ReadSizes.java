package dev.lockbox.bench;

import dev.lockbox.bench.measure.ClosedLoop;
import java.time.Duration;

/**
 * How much is read, and of how long a past.
 *
 * @param denied requests of one customer that came to a no; the other customer has none of them
 * @param granted requests of each that came to a yes, and stand
 * @param waiting requests of each that wait
 * @param rounds in which everything is asked once
 * @param loop in which each is asked
 * @param caughtUpWithin how long the view may take to fold all of it
 */
record ReadSizes(
    int denied, int granted, int waiting, int rounds, ClosedLoop loop, Duration caughtUpWithin) {
  /** What figures are quoted of: a million requests. */
  static final ReadSizes FULL =
      new ReadSizes(
          998_980,
          20,
          1_000,
          3,
          new ClosedLoop(8, Duration.ofSeconds(2), Duration.ofSeconds(4)),
          Duration.ofMinutes(20));

  /** Enough to see that everything is asked; the figures mean nothing. */
  static final ReadSizes TOY =
      new ReadSizes(
          300,
          5,
          50,
          1,
          new ClosedLoop(2, Duration.ofMillis(200), Duration.ofMillis(500)),
          Duration.ofMinutes(1));
}
