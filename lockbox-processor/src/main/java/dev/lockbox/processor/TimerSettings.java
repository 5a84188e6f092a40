package dev.lockbox.processor;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How often deadlines are looked at, and how many may be rung.
 *
 * @param resolution the longest a due deadline waits to be rung; 100 ms to 1 min
 * @param unansweredMax how many alarms may be unanswered at once on a partition, so that a backlog
 *     of deadlines cannot starve people's commands; 1 to 100000
 */
@ConfigurationProperties("lockbox.timers")
record TimerSettings(Duration resolution, int unansweredMax) {
  private static final Duration RESOLUTION_MIN = Duration.ofMillis(100);
  private static final Duration RESOLUTION_MAX = Duration.ofMinutes(1);
  private static final int UNANSWERED_MAX = 100_000;

  TimerSettings {
    Require.within("lockbox.timers.resolution", resolution, RESOLUTION_MIN, RESOLUTION_MAX);
    Require.within("lockbox.timers.unanswered-max", unansweredMax, 1, UNANSWERED_MAX);
  }
}
