package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.SignatureRules.Mode;
import dev.lockbox.simulator.record.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who decides for a tenant and by which settings, after so many of its commands took effect. */
final class Governance {
  private String plan = "";
  private Set<Member> approvers = Set.of();
  private Set<Member> admins = Set.of();
  private Set<Member> auditors = Set.of();
  private Set<Issuer> issuers = Set.of();
  private Settings settings = Settings.DEFAULTS;
  private Optional<Proposal> proposal = Optional.empty();
  private final Map<PersonId, Instant> changed = new HashMap<>();
  private final Map<PersonId, Instant> waits = new HashMap<>();
  private long version;

  /** Settings that wait for a second administrator. */
  record Proposal(long version, PersonId by, Settings settings) {}

  private final Plans plans;

  private Governance(Plans plans) {
    this.plans = plans;
  }

  static Governance after(List<Effect> effects, Plans plans) {
    var governance = new Governance(plans);
    for (var effect : effects) {
      if (effect.command() instanceof TenantCommand) {
        governance.take(effect);
      }
    }
    return governance;
  }

  private void take(Effect effect) {
    version += effect.events();
    if (effect.command() instanceof RegisterTenant register) {
      plan = register.membership().plan();
      approvers = register.membership().approvers();
      admins = register.membership().admins();
      auditors = register.membership().auditors();
      issuers = register.issuers();
      settings = atFirst(plans.include(plan));
    } else if (effect.command() instanceof ReplaceApprovers replace) {
      approvers = replace.approvers();
      changed.put(replace.by().actor(), effect.at());
      waits(replace.by().actor(), effect.at(), wait(settings));
    } else if (effect.command() instanceof ReplaceMembers replace) {
      take(replace, effect.at());
    } else if (effect.command() instanceof ChangePlan change) {
      plan = change.plan();
    } else if (effect.command() instanceof ChangeIssuers change) {
      issuers = change.issuers();
    } else if (effect.command() instanceof ChangeSettings change) {
      take(change, effect.at());
    } else if (effect.command() instanceof ConfirmSettings confirm) {
      changed.put(confirm.by().actor(), effect.at());
      proposal.ifPresent(waiting -> changed.put(waiting.by(), effect.at()));
      var wait = longer(wait(settings), proposal.map(Proposal::settings).orElse(settings));
      waits(confirm.by().actor(), effect.at(), wait);
      proposal.ifPresent(waiting -> waits(waiting.by(), effect.at(), wait));
      settings = proposal.map(Proposal::settings).orElse(settings);
      proposal = Optional.empty();
    }
  }

  /** Who is offered nothing has nothing behind the lockbox. */
  static Settings atFirst(boolean isOffered) {
    return isOffered ? Settings.DEFAULTS : Settings.DEFAULTS.with(Enrolment.OFF);
  }

  /** Nobody agrees to what somebody proposed who administers nothing any more. */
  private void take(ReplaceMembers replace, Instant at) {
    approvers = replace.approvers();
    admins = replace.admins();
    auditors = replace.auditors();
    changed.put(replace.by().actor(), at);
    waits(replace.by().actor(), at, wait(settings));
    if (proposal.isPresent() && !isAdmin(proposal.get().by())) {
      proposal = Optional.empty();
    }
  }

  private void take(ChangeSettings change, Instant at) {
    if (needsSecond(change.settings())) {
      proposal = Optional.of(new Proposal(version, change.by().actor(), change.settings()));
    } else {
      waits(change.by().actor(), at, longer(wait(settings), change.settings()));
      settings = change.settings();
      proposal = Optional.empty();
      changed.put(change.by().actor(), at);
    }
  }

  /** Whether a second administrator must agree: where that is set, or less is to be signed. */
  boolean needsSecond(Settings wanted) {
    var now = signatures();
    var then = wanted.policy().signatures();
    return settings.isSecondPersonRequired()
        || now.mode() == Mode.REQUIRED && then.mode() != Mode.REQUIRED
        || now.mode() == Mode.OPTIONAL && then.mode() == Mode.OFF
        || now.mode() != Mode.OFF && then.keysWait().compareTo(now.keysWait()) < 0;
  }

  SignatureRules signatures() {
    return settings.policy().signatures();
  }

  private static Duration wait(Settings settings) {
    return settings.policy().separation().editorsWait();
  }

  private static Duration longer(Duration before, Settings after) {
    return before.compareTo(wait(after)) >= 0 ? before : wait(after);
  }

  private void waits(PersonId person, Instant from, Duration wait) {
    if (wait.isPositive()) {
      waits.merge(person, from.plus(wait), (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /** Whether this person changed the rules so short a while ago that their yes does not count. */
  boolean mustWait(PersonId person, Instant at) {
    return waits.containsKey(person) && at.isBefore(waits.get(person));
  }

  /**
   * Whether the tenant's plan lets it put no such thing behind the lockbox; what is there stays.
   */
  boolean isBarred(Settings wanted) {
    var isMore =
        wanted.enrolment().scope() != Enrolment.Scope.NOTHING
            && !wanted.enrolment().equals(settings.enrolment());
    var rails = settings.policy().guardRails().given();
    return !plans.include(plan)
        && (isMore
            || wanted.policy().guardRails().given().stream()
                .anyMatch(rail -> !rails.contains(rail)));
  }

  boolean isRegistered() {
    return version > 0;
  }

  /** Whoever names no version minds none. */
  boolean isMadeFromThis(Optional<Long> read) {
    return read.isEmpty() || read.get() == version;
  }

  Set<PersonId> approvers() {
    return Membership.ids(approvers);
  }

  boolean isAdmin(PersonId person) {
    return Membership.ids(admins).contains(person);
  }

  /** Whether this person administers or approves for the tenant. */
  boolean isOfTheCustomer(PersonId person) {
    return isAdmin(person) || approvers().contains(person);
  }

  boolean isAuditor(PersonId person) {
    return Membership.ids(auditors).contains(person);
  }

  boolean isNamed(ReplaceMembers replace) {
    return isRegistered()
        && !replace.approvers().isEmpty()
        && approvers.equals(replace.approvers())
        && admins.equals(replace.admins())
        && auditors.equals(replace.auditors());
  }

  boolean hasPlan(String asked) {
    return isRegistered() && plan.equals(asked);
  }

  /** Whether just these speak for the tenant's people, as the log says. */
  boolean isSpokenForBy(Set<Issuer> named) {
    return isRegistered() && issuers.equals(named);
  }

  Settings settings() {
    return settings;
  }

  Optional<Proposal> proposal() {
    return proposal;
  }

  /** When this person last changed the tenant's rules. */
  Optional<Instant> changedBy(PersonId person) {
    return Optional.ofNullable(changed.get(person));
  }
}
