package dev.lockbox.domain.decision;

import dev.lockbox.domain.identity.PersonId;

/** Where an event comes from: the attempt that was accepted, and the SHA-256 of what it asked. */
public record Provenance(Attempt attempt, Fingerprint content) {
  public PersonId actor() {
    return attempt.actor();
  }
}
