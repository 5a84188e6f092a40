package dev.lockbox.domain;

/** How a request came to its end. */
public enum Outcome {
  DENIED,
  EXPIRED,
  WITHDRAWN,
  CANCELLED,
  REVOKED,
  ENDED,
  /** The engineer was done before the time was up. */
  COMPLETED
}
