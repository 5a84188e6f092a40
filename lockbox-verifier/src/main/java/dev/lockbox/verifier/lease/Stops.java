package dev.lockbox.verifier.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Grants that open nothing here, whatever comes in answer to questions that were asked already. */
final class Stops {
  /** By the ticker; an answer to a question asked before has lapsed when this much has passed. */
  private final Map<GrantId, Long> ended = new HashMap<>();

  /** Until the grants are over, by the host's clock. */
  private final Map<GrantId, Instant> voids = new HashMap<>();

  void end(GrantId grant, long ticker) {
    ended.put(grant, ticker);
  }

  void makeVoid(Lease lease) {
    voids.put(lease.grant(), lease.notAfter());
  }

  boolean isVoid(GrantId grant) {
    return voids.containsKey(grant);
  }

  boolean isEnded(GrantId grant, long askedAt) {
    var at = ended.get(grant);
    return at != null && askedAt - at <= 0;
  }

  /** How many grants are remembered, for either reason. */
  int size() {
    return ended.size() + voids.size();
  }

  /** Forgets what no answer can bring back. */
  void forget(long ticker, Instant now, Duration allowance) {
    ended.values().removeIf(at -> ticker - at > Lease.LASTS_MAX.toNanos());
    voids.values().removeIf(notAfter -> now.isAfter(notAfter.plus(allowance)));
  }
}
