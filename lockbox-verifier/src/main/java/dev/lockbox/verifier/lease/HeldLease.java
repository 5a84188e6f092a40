package dev.lockbox.verifier.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A lease as it is held here.
 *
 * @param askedAt by the ticker
 */
record HeldLease(Lease lease, long askedAt) {
  /** The time it was issued at is rounded down, so by that much it may be over earlier. */
  private static final Duration ROUNDED = Duration.ofSeconds(1);

  /**
   * Whether it is over. Two clocks say so, either of which suffices: the ticker, which nobody can
   * turn back, counted as if it had been issued at the moment of asking; and the host's.
   */
  boolean isOver(long ticker, Instant now) {
    var lasts = Duration.between(lease.issuedAt(), lease.until()).minus(ROUNDED);
    return ticker - askedAt >= lasts.toNanos() || !now.isBefore(lease.until());
  }

  /** What stands against doing this under it; empty when nothing does. */
  Set<Obstacle> against(Question question, long ticker, Instant now, Duration allowance) {
    var found = EnumSet.noneOf(Obstacle.class);
    found.addAll(question.keeping().against(lease.conditions()));
    if (isOver(ticker, now)) {
      found.add(Obstacle.LAPSED);
    }
    if (now.isBefore(lease.notBefore().minus(allowance))) {
      found.add(Obstacle.NOT_BEGUN);
    }
    if (now.isBefore(lease.issuedAt().minus(allowance))) {
      found.add(Obstacle.CLOCK_BEHIND);
    }
    if (!lease.actions().contains(question.action())) {
      found.add(Obstacle.ACTION_NOT_GRANTED);
    }
    if (!lease.resources().contains(question.resource())) {
      found.add(Obstacle.RESOURCE_NOT_GRANTED);
    }
    return found;
  }
}
