package dev.lockbox.bench.bed;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a limit. */
public final class Await {
  private static final long LOOK_EVERY_NANOS = 2_000_000;

  private Await() {}

  /**
   * Looks every two milliseconds.
   *
   * @param what is waited for, for the message
   * @throws BenchFailed when it has not come true within the limit
   */
  public static void until(String what, Duration limit, BooleanSupplier condition) {
    var end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new BenchFailed("%s: not within %s".formatted(what, limit));
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }
}
