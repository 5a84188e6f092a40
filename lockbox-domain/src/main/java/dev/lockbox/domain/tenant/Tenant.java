package dev.lockbox.domain.tenant;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Settings;
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

  /**
   * What holds for the tenant's requests now; empty while it is not registered.
   *
   * @param deployment what holds for every tenant
   */
  Optional<ApprovalRules> rules(Deployment deployment);

  record Unregistered() implements Tenant {
    @Override
    public Trail trail() {
      return Trail.EMPTY;
    }

    @Override
    public Optional<Membership> members() {
      return Optional.empty();
    }

    @Override
    public Optional<ApprovalRules> rules(Deployment deployment) {
      return Optional.empty();
    }

    Registered registered(TenantRegistered event) {
      return new Registered(
          event.membership(),
          Settings.DEFAULTS,
          Optional.empty(),
          Changes.NONE,
          trail().next(event.by()));
    }
  }

  /**
   * @param proposal rules that wait for a second administrator
   */
  record Registered(
      Membership membership,
      Settings settings,
      Optional<Proposal> proposal,
      Changes changes,
      Trail trail)
      implements Tenant {
    @Override
    public Optional<Membership> members() {
      return Optional.of(membership);
    }

    @Override
    public Optional<ApprovalRules> rules(Deployment deployment) {
      return Optional.of(
          new ApprovalRules(
              version(),
              Membership.ids(membership.approvers()),
              changes.last().keySet(),
              changes.waiting(),
              settings.limits().orElse(deployment.limits()),
              settings,
              deployment));
    }

    Registered approversReplaced(ApproversReplaced event) {
      return new Registered(
          membership.withApprovers(event.approvers()),
          settings,
          proposal,
          changes.and(event.by().actor(), event.at(), settings.policy().separation().editorsWait()),
          trail.next(event.by()));
    }

    Registered proposed(SettingsProposed event) {
      var after = trail.next(event.by());
      var waiting = new Proposal(after.version(), event.by().actor(), event.settings());
      return new Registered(membership, settings, Optional.of(waiting), changes, after);
    }

    Registered changed(SettingsChanged event) {
      var wait = settings.policy().separation().orLonger(event.settings().policy().separation());
      var made = changes.and(event.by().actor(), event.at(), wait);
      var all = event.proposedBy().map(other -> made.and(other, event.at(), wait)).orElse(made);
      return new Registered(
          membership, event.settings(), Optional.empty(), all, trail.next(event.by()));
    }
  }

  /** The state after {@code event}. A released case is frozen: a new meaning is a new event. */
  static Tenant evolve(Tenant state, TenantEvent event) {
    return switch (event) {
      case TenantRegistered registered ->
          during(Unregistered.class, state, event).registered(registered);
      case ApproversReplaced replaced ->
          during(Registered.class, state, event).approversReplaced(replaced);
      case SettingsProposed proposed -> during(Registered.class, state, event).proposed(proposed);
      case SettingsChanged changed -> during(Registered.class, state, event).changed(changed);
    };
  }

  private static <S extends Tenant> S during(Class<S> expected, Tenant state, TenantEvent event) {
    if (!expected.isInstance(state)) {
      throw new ImpossibleHistory(state, event);
    }
    return expected.cast(state);
  }
}
