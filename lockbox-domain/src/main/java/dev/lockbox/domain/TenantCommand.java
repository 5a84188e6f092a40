package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Settings;
import java.util.Optional;
import java.util.Set;

/** What can be asked of a tenant. */
public sealed interface TenantCommand extends Command
    permits TenantCommand.RegisterTenant,
        TenantCommand.ReplaceApprovers,
        TenantCommand.ReplaceMembers,
        TenantCommand.ChangePlan,
        TenantCommand.ChangeIssuers,
        TenantCommand.ChangeSettings,
        TenantCommand.ConfirmSettings,
        ApproverKeyCommand {
  Attempt by();

  @Override
  default Optional<RequestId> about() {
    return Optional.empty();
  }

  @Override
  default Optional<Attempt> attempt() {
    return Optional.of(by());
  }

  /**
   * The provider takes a customer in.
   *
   * @param issuers as {@link ChangeIssuers#issuers}
   */
  record RegisterTenant(TenantId tenant, Attempt by, Membership membership, Set<Issuer> issuers)
      implements TenantCommand {
    /** Of whose issuers nothing is said. */
    public RegisterTenant(TenantId tenant, Attempt by, Membership membership) {
      this(tenant, by, membership, Set.of());
    }

    public RegisterTenant {
      membership.mustBeRegistrable();
      issuers = Issuer.bounded(issuers);
    }
  }

  /**
   * Other people approve from here on. A request that is open keeps those of its approvers who are
   * still named; whoever is new decides only on requests opened later.
   */
  record ReplaceApprovers(TenantId tenant, Attempt by, Set<Member> approvers)
      implements TenantCommand {
    public ReplaceApprovers {
      approvers = Membership.bounded("approvers", approvers);
    }
  }

  /**
   * Other people approve, administer and audit from here on; always all of them. What stands
   * already is no change. Of open requests the same holds as for {@link ReplaceApprovers}.
   *
   * @param ifVersion the tenant's version that was read; a change of others is none. Empty for
   *     whatever stands
   */
  record ReplaceMembers(
      TenantId tenant,
      Attempt by,
      Set<Member> approvers,
      Set<Member> admins,
      Set<Member> auditors,
      Optional<Long> ifVersion)
      implements TenantCommand {
    public ReplaceMembers {
      approvers = Membership.bounded("approvers", approvers);
      admins = Membership.bounded("admins", admins);
      auditors = Membership.bounded("auditors", auditors);
    }
  }

  /**
   * The customer bought another support plan. What is behind the lockbox stays there, whatever the
   * plan includes.
   *
   * @param ifVersion as {@link ReplaceMembers#ifVersion}
   */
  record ChangePlan(TenantId tenant, Attempt by, String plan, Optional<Long> ifVersion)
      implements TenantCommand {
    /** Whatever stands. */
    public ChangePlan(TenantId tenant, Attempt by, String plan) {
      this(tenant, by, plan, Optional.empty());
    }

    public ChangePlan {
      Membership.mustBeAPlan(plan);
    }
  }

  /**
   * Other issuers speak for the customer's people from here on; always all of them.
   *
   * @param issuers whose word is taken on who the customer's people are, and nobody else's; none
   *     where the log does not say, and each deployment does
   * @param ifVersion as {@link ReplaceMembers#ifVersion}
   */
  record ChangeIssuers(TenantId tenant, Attempt by, Set<Issuer> issuers, Optional<Long> ifVersion)
      implements TenantCommand {
    public ChangeIssuers {
      issuers = Issuer.bounded(issuers);
    }
  }

  /**
   * Somebody who may sets other rules; see {@link Settings}. What is set already is no change. A
   * request that is open keeps the stages it was opened with.
   *
   * @param ifVersion as {@link ReplaceMembers#ifVersion}. An attempt is forgotten after so many
   *     others, and one that names no version is then decided afresh
   */
  record ChangeSettings(TenantId tenant, Attempt by, Settings settings, Optional<Long> ifVersion)
      implements TenantCommand {
    /** Whatever stands. */
    public ChangeSettings(TenantId tenant, Attempt by, Settings settings) {
      this(tenant, by, settings, Optional.empty());
    }
  }

  /**
   * Another administrator agrees to rules that were proposed.
   *
   * @param proposal the tenant's version that the proposal led to
   */
  record ConfirmSettings(TenantId tenant, Attempt by, long proposal) implements TenantCommand {}
}
