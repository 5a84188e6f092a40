package dev.lockbox.local.tenant;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.domain.tenant.Tenant.Unregistered;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.local.tenant.Applied.Changed;
import dev.lockbox.local.tenant.Applied.Refused;
import dev.lockbox.local.tenant.Applied.Unchanged;
import dev.lockbox.local.tenant.Applied.Undecided;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;

/** Makes the log say of a tenant what somebody wants it to say. Harmless when repeated. */
public final class TenantApply {
  private final Map<String, Object> kafka;
  private final Formats formats;
  private final PersonId operator;
  private final Duration verdictWithin;

  /**
   * @param kafka settings of any Kafka client
   * @param operator whom the record names as the one who asked
   */
  public TenantApply(
      Map<String, Object> kafka, Formats formats, PersonId operator, Duration verdictWithin) {
    this.kafka = kafka;
    this.formats = formats;
    this.operator = operator;
    this.verdictWithin = verdictWithin;
  }

  /**
   * @param issuers which speak for its people; empty for those of which the log says so
   */
  public Applied apply(TenantId tenant, Membership wanted, Optional<Set<Issuer>> issuers)
      throws InterruptedException {
    try (var log = new TenantLog(tenant, kafka, formats)) {
      return switch (log.standing()) {
        case Unregistered none ->
            ask(log, new RegisterTenant(tenant, attempt(), wanted, issuers.orElse(Set.of())));
        case Registered registered ->
            change(log, registered.version(), changes(tenant, registered, wanted, issuers));
      };
    }
  }

  /**
   * Made from what stands: what somebody else changes meanwhile is not undone. Nobody acts for the
   * tenant anew before it is said whose word is taken on who they are.
   *
   * @return given a version, the command that is made from it; in their order
   */
  private List<LongFunction<TenantCommand>> changes(
      TenantId tenant, Registered now, Membership wanted, Optional<Set<Issuer>> issuers) {
    var changes = new ArrayList<LongFunction<TenantCommand>>();
    if (!now.membership().plan().equals(wanted.plan())) {
      changes.add(
          version -> new ChangePlan(tenant, attempt(), wanted.plan(), Optional.of(version)));
    }
    issuers
        .filter(named -> !named.equals(now.issuers()))
        .ifPresent(
            named ->
                changes.add(
                    version -> new ChangeIssuers(tenant, attempt(), named, Optional.of(version))));
    if (!now.membership().withPlan(wanted.plan()).equals(wanted)) {
      changes.add(
          version ->
              new ReplaceMembers(
                  tenant,
                  attempt(),
                  wanted.approvers(),
                  wanted.admins(),
                  wanted.auditors(),
                  Optional.of(version)));
    }
    return changes;
  }

  /** Up to the first that does not happen; what came of the last. */
  private Applied change(TenantLog log, long version, List<LongFunction<TenantCommand>> changes)
      throws InterruptedException {
    Applied applied = new Unchanged();
    for (var next : changes) {
      applied =
          ask(log, next.apply(applied instanceof Changed done ? done.entry().version() : version));
      if (!(applied instanceof Changed)) {
        return applied;
      }
    }
    return applied;
  }

  private Applied ask(TenantLog log, TenantCommand command) throws InterruptedException {
    return log.verdictOn(command, verdictWithin)
        .map(TenantApply::verdict)
        .orElseGet(() -> new Undecided(verdictWithin));
  }

  private static Applied verdict(Recorded entry) {
    return switch (entry.event()) {
      case TenantEvent happened -> new Changed(entry);
      case CommandRefused refused -> new Refused(refused);
      case RequestEvent other -> throw impossible(other);
      case GrantsEvent other -> throw impossible(other);
      case RolesEvent other -> throw impossible(other);
      case ExclusionEvent other -> throw impossible(other);
      case SessionEvent other -> throw impossible(other);
    };
  }

  private static IllegalStateException impossible(Event other) {
    return new IllegalStateException("a tenant's command cannot lead to " + other);
  }

  /** A fresh id: an attempt refused yesterday may be made again today. */
  private Attempt attempt() {
    return new Attempt(operator, new DecisionId(UUID.randomUUID().toString()));
  }
}
