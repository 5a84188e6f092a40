package dev.lockbox.verifier.lease;

/** Why a question is answered with a no. */
public enum Obstacle {
  /** No lease of the engineer's is held for this customer. */
  NO_LEASE,
  /** It was not renewed. */
  LAPSED,
  /** The clock shows a time before there is access, by more than the allowance. */
  NOT_BEGUN,
  /** The clock shows a time before the lease was issued, by more than the allowance. */
  CLOCK_BEHIND,
  ACTION_NOT_GRANTED,
  RESOURCE_NOT_GRANTED,
  /** Something must be done meanwhile that is not kept here. */
  OBLIGATION_NOT_KEPT,
  /** A class of data must not be shown, and that is not kept here. */
  EXCLUSION_NOT_KEPT,
  /** Nobody is let in by this way. */
  CHANNEL_NOT_ALLOWED,
  /** Nobody is let in from this country. */
  COUNTRY_NOT_ALLOWED,
  /** It may be opened once, and nobody here counts. */
  ONE_USE_NOT_KEPT,
  /** A condition is not known here. */
  UNKNOWN_CONDITION
}
