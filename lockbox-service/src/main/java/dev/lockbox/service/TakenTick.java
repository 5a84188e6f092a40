package dev.lockbox.service;

import java.time.Duration;
import java.time.Instant;

/**
 * A tick of this host's clock that stands on the command log.
 *
 * @param offset where it stands on its partition
 * @param sentNanos when it was sent, by {@link System#nanoTime}
 * @param shown what this host's clock showed then
 * @param appended what the broker's clock showed when it took it
 */
public record TakenTick(
    int partition, long offset, long sentNanos, Instant shown, Instant appended) {
  /** By how much the two clocks differ, whichever is ahead; holds the time the tick travelled. */
  public Duration apart() {
    return Duration.between(shown, appended).abs();
  }
}
