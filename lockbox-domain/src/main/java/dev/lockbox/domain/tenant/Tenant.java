package dev.lockbox.domain.tenant;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApprovalRules;
import java.util.Optional;

/** The state folded from a tenant's own events. */
public sealed interface Tenant {
  Tenant UNREGISTERED = new Unregistered();

  Trail trail();

  /** Who acts for the tenant; empty while it is not registered. */
  Optional<Membership> members();

  default long version() {
    return trail().version();
  }

  /** What holds for the tenant's requests now; empty while it is not registered. */
  default Optional<ApprovalRules> rules(AccessLimits limits) {
    return members().map(members -> new ApprovalRules(Membership.ids(members.approvers()), limits));
  }

  record Unregistered() implements Tenant {
    @Override
    public Trail trail() {
      return Trail.EMPTY;
    }

    @Override
    public Optional<Membership> members() {
      return Optional.empty();
    }

    Registered registered(TenantRegistered event) {
      return new Registered(event.membership(), trail().next(event.by()));
    }
  }

  record Registered(Membership membership, Trail trail) implements Tenant {
    @Override
    public Optional<Membership> members() {
      return Optional.of(membership);
    }

    Registered approversReplaced(ApproversReplaced event) {
      return new Registered(membership.withApprovers(event.approvers()), trail.next(event.by()));
    }
  }

  /** The state after {@code event}. A released case is frozen: a new meaning is a new event. */
  static Tenant evolve(Tenant state, TenantEvent event) {
    return switch (event) {
      case TenantRegistered registered ->
          during(Unregistered.class, state, event).registered(registered);
      case ApproversReplaced replaced ->
          during(Registered.class, state, event).approversReplaced(replaced);
    };
  }

  private static <S extends Tenant> S during(Class<S> expected, Tenant state, TenantEvent event) {
    if (!expected.isInstance(state)) {
      throw new ImpossibleHistory(state, event);
    }
    return expected.cast(state);
  }
}
