package dev.lockbox.verifier.lease;

/** What became of what came in answer to a question. */
public sealed interface Received {
  /** It is a lease, and is held. */
  record Held(Lease lease) implements Received {}

  /** It is none, or none for here and now. What is held already is as it was. */
  record Rejected(Rejection why) implements Received {}
}
