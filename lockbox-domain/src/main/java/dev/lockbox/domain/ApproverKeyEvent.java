package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Passkey;
import dev.lockbox.domain.signature.VerifyingKey;
import java.time.Instant;
import java.util.Optional;

/** What happened to the keys by which a tenant's people sign. */
public sealed interface ApproverKeyEvent extends TenantEvent {
  /** Somebody showed that they hold a key. It is not taken yet. */
  record ApproverKeyRegistered(
      TenantId tenant, Instant at, Provenance by, VerifyingKey key, Optional<Passkey> passkey)
      implements ApproverKeyEvent {}

  /**
   * A second person agreed.
   *
   * @param holdsFrom from this instant on what the key signs is taken
   */
  record ApproverKeyConfirmed(
      TenantId tenant, Instant at, Provenance by, KeyId key, Instant holdsFrom)
      implements ApproverKeyEvent {}

  /** Nothing that the key signs is taken any more. */
  record ApproverKeyWithdrawn(TenantId tenant, Instant at, Provenance by, KeyId key)
      implements ApproverKeyEvent {}
}
