package dev.lockbox.domain;

/** How a request came to its end. */
public enum Outcome {
  /** The provider's own checks were not satisfied; no customer was asked. */
  REJECTED,
  DENIED,
  EXPIRED,
  WITHDRAWN,
  CANCELLED,
  REVOKED,
  ENDED,
  /** The engineer was done before the time was up. */
  COMPLETED,
  /** It was for practice, and everybody who had to said yes: nothing was granted. */
  PRACTISED
}
