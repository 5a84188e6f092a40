package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;
import java.util.Set;

/** What can be asked of a tenant. */
public sealed interface TenantCommand extends Command {
  Attempt by();

  @Override
  default Optional<RequestId> about() {
    return Optional.empty();
  }

  @Override
  default Optional<Attempt> attempt() {
    return Optional.of(by());
  }

  /** The provider takes a customer in. */
  record RegisterTenant(TenantId tenant, Attempt by, Membership membership)
      implements TenantCommand {}

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
}
