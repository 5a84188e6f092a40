package dev.lockbox.notifier;

import java.time.Instant;

/**
 * Leaves a server alone that is not well: after a failure that any letter would have met, nothing
 * is tried for a while, longer each time. Safe for several threads.
 */
final class ServerRest {
  private Instant until = Instant.MIN;
  private int failures;

  synchronized void failed(Instant now) {
    if (now.isBefore(until)) {
      return; // under way together with one that failed just before: the same failure
    }
    failures++;
    until = now.plus(Pauses.after(failures));
  }

  synchronized void answered() {
    failures = 0;
    until = Instant.MIN;
  }

  synchronized boolean isOver(Instant now) {
    return !now.isBefore(until);
  }
}
