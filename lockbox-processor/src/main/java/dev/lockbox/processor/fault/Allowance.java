package dev.lockbox.processor.fault;

import java.time.Duration;

/**
 * How many records of one partition may be quarantined in full within a minute, by their own time;
 * of the rest only the facts are kept, so that a producer gone wrong cannot fill the quarantine.
 * For one thread.
 */
public final class Allowance {
  private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

  private final int perMinute;
  private long minute = Long.MIN_VALUE;
  private int taken;

  public Allowance(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Whether one more of this time may be kept in full. */
  public boolean takes(long timestampMillis) {
    var its = Math.floorDiv(timestampMillis, MINUTE_MILLIS);
    if (its != minute) {
      minute = its;
      taken = 0;
    }
    taken++;
    return taken <= perMinute;
  }
}
