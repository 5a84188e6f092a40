package dev.lockbox.verifier.lease;

/** Why what came in answer to a question is not held as a lease. */
public enum Rejection {
  /** It is no compact JWS of the expected claims. */
  MALFORMED,
  /** Its header names another algorithm, another type, or more than a header may. */
  OTHER_KIND,
  /** A key signed it that is not believed. */
  UNKNOWN_KEY,
  /** The key that it names did not sign it. */
  FORGED,
  /** It is of another issuer, or for another enforcement point. */
  FOR_OTHERS,
  /** It answers another question than the one that was asked. */
  OTHER_ANSWER,
  /** Its times contradict each other, or it would last too long. */
  IMPOSSIBLE,
  /** Fewer of the customer's people signed than must have, by the keys that are pinned. */
  NOT_SIGNED,
  /** A key that is pinned did not sign what it is said to have signed. */
  FALSELY_SIGNED,
  /** What was signed is no yes to this grant, or does not show what was said yes to. */
  SIGNED_OTHERWISE,
  /** What was signed is a yes to less than the lease says. */
  SIGNED_FOR_LESS,
  /** Here the clock shows another time than the lockbox's, by more than the allowance. */
  CLOCK_SKEWED,
  /** The grant was first seen before it began, by more than the allowance; void for good. */
  VOID,
  /** The answer took so long that nothing of it is left. */
  LAPSED,
  /** The grant was ended here after the question was asked. */
  ENDED,
  /** As many leases are held as there is room for. */
  TOO_MANY
}
