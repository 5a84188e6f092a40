package dev.lockbox.simulator.oracle;

import java.time.Instant;

/**
 * When something was asked.
 *
 * @param appended by the clock of the broker that took it
 * @param effective by which deadlines are judged: the later one of that and what was trusted before
 * @param suspect whether nobody vouches for the broker's clock
 */
record When(Instant appended, Instant effective, boolean suspect) {
  boolean isBefore(Instant deadline) {
    return effective.isBefore(deadline);
  }

  /** A suspect clock makes nobody late. */
  boolean isTooLateFor(Instant deadline) {
    return !suspect && !isBefore(deadline);
  }
}
