package dev.lockbox.domain.tenant;

import dev.lockbox.domain.ApproverKeyEvent;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyConfirmed;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.ApproverKeys;
import java.util.Optional;
import java.util.Set;

/** The state folded from a tenant's own events. */
public sealed interface Tenant {
  Tenant UNREGISTERED = new Unregistered();

  Trail trail();

  /** Who acts for the tenant, registered or assigned; empty while it is not registered. */
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
          ApproverKeys.NONE,
          Set.of(),
          trail().next(event.by()));
    }
  }

  /**
   * @param proposal rules that wait for a second administrator
   * @param keys by which its people sign
   * @param issuers that speak for its people, and no others; none where the log does not say
   */
  record Registered(
      Membership membership,
      Settings settings,
      Optional<Proposal> proposal,
      Changes changes,
      ApproverKeys keys,
      Set<Issuer> issuers,
      Trail trail)
      implements Tenant {
    public Registered {
      issuers = Issuer.bounded(issuers);
    }

    /** Nobody has a key, and no issuer is named. */
    public Registered(
        Membership membership,
        Settings settings,
        Optional<Proposal> proposal,
        Changes changes,
        Trail trail) {
      this(membership, settings, proposal, changes, ApproverKeys.NONE, Set.of(), trail);
    }

    @Override
    public Optional<Membership> members() {
      return Optional.of(membership.with(assignments()));
    }

    public Assignments assignments() {
      return settings.policy().assignments();
    }

    /**
     * Whether this person may set rules for the whole tenant, but for who holds which role and for
     * what is behind the lockbox.
     */
    public boolean letsChangeRules(PersonId person) {
      return isRegisteredAdmin(person)
          || assignments().letEverywhere(person, CustomerRole::changesRules);
    }

    /** Whether this person may set anything at all, be it for a part of the tenant. */
    public boolean letsSetAnything(PersonId person) {
      return letsChangeRules(person) || assignments().let(person, CustomerRole::assigns);
    }

    /** Whether this person may say what is behind the lockbox, and how many that takes. */
    public boolean letsEnrol(PersonId person) {
      return isRegisteredAdmin(person) || assignments().letEverywhere(person, CustomerRole::enrols);
    }

    /** Whether this person may give and take all that differs. */
    public boolean letsAssign(PersonId person, Assignments others) {
      return isRegisteredAdmin(person) || assignments().mayBecome(others, person);
    }

    /** Whether this person holds the role on the whole tenant, registered or assigned. */
    public boolean isHeldEverywhere(CustomerRole role, PersonId person) {
      return isRegistered(role, person) || assignments().letEverywhere(person, role::equals);
    }

    /** Whether this person holds the role for the resource, there or above it. */
    public boolean isHeldFor(CustomerRole role, PersonId person, ResourceName resource) {
      return isRegistered(role, person) || assignments().let(person, role::equals, resource);
    }

    /** Whether this person holds the role for anything of the tenant's. */
    public boolean isHeld(CustomerRole role, PersonId person) {
      return isRegistered(role, person) || assignments().let(person, role::equals);
    }

    private boolean isRegistered(CustomerRole role, PersonId person) {
      return switch (role) {
        case APPROVER -> Membership.ids(membership.approvers()).contains(person);
        case TENANT_ADMIN -> isRegisteredAdmin(person);
        case AUDITOR -> Membership.ids(membership.auditors()).contains(person);
        case OWNER, SECURITY_ADMIN, READER, POLICY_EDITOR -> false;
      };
    }

    private boolean isRegisteredAdmin(PersonId person) {
      return Membership.ids(membership.admins()).contains(person);
    }

    @Override
    public Optional<ApprovalRules> rules(Deployment deployment) {
      return Optional.of(
          new ApprovalRules(
              version(),
              Membership.ids(membership.with(assignments()).approvers()),
              Membership.ids(membership.approvers()),
              changes.last().keySet(),
              changes.waiting(),
              keys,
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
          keys,
          issuers,
          trail.next(event.by()));
    }

    /** What somebody proposed who may set nothing any more, waits no more. */
    Registered membersReplaced(MembersReplaced event) {
      var after =
          new Registered(
              membership.withMembers(event.approvers(), event.admins(), event.auditors()),
              settings,
              proposal,
              changes.and(
                  event.by().actor(), event.at(), settings.policy().separation().editorsWait()),
              keys,
              issuers,
              trail.next(event.by()));
      return after.proposal().filter(one -> !after.letsSetAnything(one.by())).isPresent()
          ? after.withoutProposal()
          : after;
    }

    private Registered withoutProposal() {
      return new Registered(membership, settings, Optional.empty(), changes, keys, issuers, trail);
    }

    Registered planChanged(PlanChanged event) {
      return new Registered(
          membership.withPlan(event.plan()),
          settings,
          proposal,
          changes,
          keys,
          issuers,
          trail.next(event.by()));
    }

    /** Whoever signed in elsewhere is nobody here any more; what they did stands. */
    Registered issuersChanged(IssuersChanged event) {
      return new Registered(
          membership, settings, proposal, changes, keys, event.issuers(), trail.next(event.by()));
    }

    Registered proposed(SettingsProposed event) {
      var after = trail.next(event.by());
      var waiting = new Proposal(after.version(), event.by().actor(), event.settings());
      return new Registered(
          membership, settings, Optional.of(waiting), changes, keys, issuers, after);
    }

    Registered changed(SettingsChanged event) {
      var wait = settings.policy().separation().orLonger(event.settings().policy().separation());
      var made = changes.and(event.by().actor(), event.at(), wait);
      var all = event.proposedBy().map(other -> made.and(other, event.at(), wait)).orElse(made);
      return new Registered(
          membership,
          event.settings(),
          Optional.empty(),
          all,
          keys,
          issuers,
          trail.next(event.by()));
    }

    Registered keysChanged(ApproverKeyEvent event) {
      return new Registered(
          membership, settings, proposal, changes, after(event), issuers, trail.next(event.by()));
    }

    private ApproverKeys after(ApproverKeyEvent event) {
      return switch (event) {
        case ApproverKeyRegistered added ->
            keys.with(
                new ApproverKey(
                    added.by().actor(),
                    added.key(),
                    added.passkey(),
                    added.at(),
                    Optional.empty()));
        case ApproverKeyConfirmed agreed when keys.find(agreed.key()).isPresent() ->
            keys.holdingFrom(agreed.key(), agreed.holdsFrom());
        case ApproverKeyWithdrawn gone when keys.find(gone.key()).isPresent() ->
            keys.without(gone.key());
        case ApproverKeyConfirmed unknown -> throw new ImpossibleHistory(this, unknown);
        case ApproverKeyWithdrawn unknown -> throw new ImpossibleHistory(this, unknown);
      };
    }
  }

  /** The state after {@code event}. A released case is frozen: a new meaning is a new event. */
  static Tenant evolve(Tenant state, TenantEvent event) {
    return switch (event) {
      case TenantRegistered registered ->
          during(Unregistered.class, state, event).registered(registered);
      case ApproversReplaced replaced ->
          during(Registered.class, state, event).approversReplaced(replaced);
      case MembersReplaced replaced ->
          during(Registered.class, state, event).membersReplaced(replaced);
      case PlanChanged changed -> during(Registered.class, state, event).planChanged(changed);
      case IssuersChanged changed -> during(Registered.class, state, event).issuersChanged(changed);
      case SettingsProposed proposed -> during(Registered.class, state, event).proposed(proposed);
      case SettingsChanged changed -> during(Registered.class, state, event).changed(changed);
      case ApproverKeyEvent keys -> during(Registered.class, state, event).keysChanged(keys);
    };
  }

  private static <S extends Tenant> S during(Class<S> expected, Tenant state, TenantEvent event) {
    if (!expected.isInstance(state)) {
      throw new ImpossibleHistory(state, event);
    }
    return expected.cast(state);
  }
}
