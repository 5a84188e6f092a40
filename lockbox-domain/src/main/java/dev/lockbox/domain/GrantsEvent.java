package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Instant;
import java.util.Optional;

/** What happened to all grants of a tenant at once. Leaves requests and the tenant as they are. */
public sealed interface GrantsEvent extends Event {
  /** The record in quarantine because of which it happened. */
  QuarantineId quarantine();

  /** The attempt that was accepted; empty where the record itself brought it about. */
  Optional<Provenance> attempted();

  @Override
  default Optional<RequestId> about() {
    return Optional.empty();
  }

  /**
   * Nothing is granted, and no grant opens anything, until that record is released. Several may
   * freeze a tenant at once; then all of them must be.
   *
   * @param cause the name of the reason for which the record is in quarantine
   */
  record GrantsFrozen(
      TenantId tenant,
      Instant at,
      Optional<Provenance> attempted,
      QuarantineId quarantine,
      String cause)
      implements GrantsEvent {
    public GrantsFrozen {
      Reasons.mustNameACause(cause);
    }
  }

  /**
   * That record freezes the tenant's grants no more.
   *
   * @param reason in the words of whoever settled it
   */
  record GrantsReleased(
      TenantId tenant, Instant at, Provenance by, QuarantineId quarantine, PersonalText reason)
      implements GrantsEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }
}
