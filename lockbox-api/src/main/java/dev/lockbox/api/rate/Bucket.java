package dev.lockbox.api.rate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bucket of tokens that fills evenly, as one number: when it would be full again (the generic
 * cell rate algorithm, ITU-T I.371). Safe for several threads.
 */
final class Bucket {
  private final long eachNanos;
  private final long wholeNanos;
  private final AtomicLong fullAtNanos;

  /**
   * Full.
   *
   * @param tokens that it holds, and that flow into it in {@code within}; positive
   */
  Bucket(int tokens, Duration within, long nowNanos) {
    this.eachNanos = Math.max(1, within.toNanos() / tokens);
    this.wholeNanos = eachNanos * tokens;
    this.fullAtNanos = new AtomicLong(nowNanos);
  }

  /**
   * Takes one, where there is one.
   *
   * @return how long it takes until there is one; zero where it was taken
   */
  Duration take(long nowNanos) {
    while (true) {
      var before = fullAtNanos.get();
      var from = before - nowNanos > 0 ? before : nowNanos;
      var after = from + eachNanos;
      var lacking = after - nowNanos - wholeNanos;
      if (lacking > 0) {
        return Duration.ofNanos(lacking);
      }
      if (fullAtNanos.compareAndSet(before, after)) {
        return Duration.ZERO;
      }
    }
  }
}
