package dev.lockbox.simulator.record;

/** A record that was passed by, and where it stood. */
public record Quarantined(String partition, long offset, Cause cause) {
  /** Why it was. */
  public enum Cause {
    UNREADABLE,
    MISPLACED,
    REQUEST_FAULTED
  }
}
