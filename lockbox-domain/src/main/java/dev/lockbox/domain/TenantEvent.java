package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Settings;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What happened to a tenant. */
public sealed interface TenantEvent extends Event
    permits TenantEvent.TenantRegistered,
        TenantEvent.ApproversReplaced,
        TenantEvent.MembersReplaced,
        TenantEvent.PlanChanged,
        TenantEvent.IssuersChanged,
        TenantEvent.SettingsProposed,
        TenantEvent.SettingsChanged,
        ApproverKeyEvent {
  Provenance by();

  @Override
  default Optional<RequestId> about() {
    return Optional.empty();
  }

  record TenantRegistered(TenantId tenant, Instant at, Provenance by, Membership membership)
      implements TenantEvent {
    public TenantRegistered {
      membership.mustBeRegistrable();
    }
  }

  record ApproversReplaced(TenantId tenant, Instant at, Provenance by, Set<Member> approvers)
      implements TenantEvent {
    public ApproversReplaced {
      approvers = Membership.bounded("approvers", approvers);
    }
  }

  /** Other people approve, administer and audit from here on; all of them are named. */
  record MembersReplaced(
      TenantId tenant,
      Instant at,
      Provenance by,
      Set<Member> approvers,
      Set<Member> admins,
      Set<Member> auditors)
      implements TenantEvent {
    public MembersReplaced {
      approvers = Membership.bounded("approvers", approvers);
      admins = Membership.bounded("admins", admins);
      auditors = Membership.bounded("auditors", auditors);
    }
  }

  /** The customer has another support plan from here on. */
  record PlanChanged(TenantId tenant, Instant at, Provenance by, String plan)
      implements TenantEvent {
    public PlanChanged {
      Membership.mustBeAPlan(plan);
    }
  }

  /**
   * Other issuers speak for the customer's people from here on; all of them are named. None: the
   * log does not say.
   */
  record IssuersChanged(TenantId tenant, Instant at, Provenance by, Set<Issuer> issuers)
      implements TenantEvent {
    public IssuersChanged {
      issuers = Issuer.bounded(issuers);
    }
  }

  /** Other rules wait for a second administrator; the old ones hold. */
  record SettingsProposed(TenantId tenant, Instant at, Provenance by, Settings settings)
      implements TenantEvent {}

  /**
   * Other rules hold from here on.
   *
   * @param proposedBy whose proposal {@code by} agreed to; empty where nobody had to agree
   */
  record SettingsChanged(
      TenantId tenant, Instant at, Provenance by, Optional<PersonId> proposedBy, Settings settings)
      implements TenantEvent {}
}
