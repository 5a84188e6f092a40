package dev.lockbox.broker.registry;

import java.time.Duration;
import java.util.Optional;

/**
 * How often a process that ended alone is started again, and after which pause.
 *
 * @param used restarts since the process last ran for long enough
 * @param firstPause doubled with every restart used
 */
record RestartPolicy(int used, Duration firstPause) {

  static final int RESTARTS_MAX = 5;
  static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /** A process that ran for so long has earned all its restarts back. */
  static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

  static RestartPolicy fresh() {
    return new RestartPolicy(0, FIRST_PAUSE);
  }

  /** What remains after a process ended that had run, ready, for {@code ran}. */
  RestartPolicy afterRunning(Duration ran) {
    return new RestartPolicy(ran.compareTo(LONG_ENOUGH) >= 0 ? 1 : used + 1, firstPause);
  }

  /**
   * The pause before the restart this one counts, doubled each time; empty when it is one too many.
   */
  Optional<Duration> pause() {
    return used > RESTARTS_MAX
        ? Optional.empty()
        : Optional.of(firstPause.multipliedBy(1L << (used - 1)));
  }
}
