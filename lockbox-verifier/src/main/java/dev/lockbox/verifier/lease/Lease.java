package dev.lockbox.verifier.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What the lockbox signed: that this grant stood when it was asked, and may be held for a while.
 *
 * @param id of this very lease ({@code jti})
 * @param grant whose it is
 * @param engineer whom alone it lets in
 * @param actions what they may do, on each of the {@code resources}
 * @param conditions under which
 * @param notBefore since when there is access
 * @param notAfter from then on there is none, however often it is renewed
 * @param issuedAt what the lockbox's clock showed, in whole seconds, rounded down
 * @param until from then on it is nothing any more; never later than {@code notAfter}, nor more
 *     than {@link #LASTS_MAX} after {@code issuedAt}
 * @param nonce of the question that it answers
 * @param signed which of the grant's approvers signed, as the lockbox says
 */
public record Lease(
    String id,
    GrantId grant,
    String engineer,
    Set<String> actions,
    Set<String> resources,
    Conditions conditions,
    Instant notBefore,
    Instant notAfter,
    Instant issuedAt,
    Instant until,
    String nonce,
    Signed signed) {
  /** No lease lasts longer. Source: fault model, A10 and A11. */
  public static final Duration LASTS_MAX = Duration.ofSeconds(60);

  public Lease {
    actions = Set.copyOf(actions);
    resources = Set.copyOf(resources);
  }

  /** Whether its own times agree with each other. */
  boolean isPossible() {
    return issuedAt.isBefore(until)
        && !until.isAfter(notAfter)
        && !until.isAfter(issuedAt.plus(LASTS_MAX));
  }
}
