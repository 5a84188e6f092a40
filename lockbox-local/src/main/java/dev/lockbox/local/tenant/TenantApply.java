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
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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

  public Applied apply(TenantId tenant, Membership wanted) throws InterruptedException {
    try (var log = new TenantLog(tenant, kafka, formats)) {
      return switch (log.standing()) {
        case Unregistered none -> ask(log, new RegisterTenant(tenant, attempt(), wanted));
        case Registered registered -> change(log, tenant, registered, wanted);
      };
    }
  }

  /** Made from what stands: what somebody else changes meanwhile is not undone. */
  private Applied change(TenantLog log, TenantId tenant, Registered now, Membership wanted)
      throws InterruptedException {
    var plan =
        now.membership().plan().equals(wanted.plan())
            ? new Unchanged()
            : ask(
                log, new ChangePlan(tenant, attempt(), wanted.plan(), Optional.of(now.version())));
    return switch (plan) {
      case Unchanged same -> replace(log, tenant, now, wanted, now.version(), same);
      case Changed done -> replace(log, tenant, now, wanted, done.entry().version(), done);
      case Refused no -> no;
      case Undecided unknown -> unknown;
    };
  }

  private Applied replace(
      TenantLog log,
      TenantId tenant,
      Registered now,
      Membership wanted,
      long version,
      Applied whereAllAreNamed)
      throws InterruptedException {
    return now.membership().withPlan(wanted.plan()).equals(wanted)
        ? whereAllAreNamed
        : ask(
            log,
            new ReplaceMembers(
                tenant,
                attempt(),
                wanted.approvers(),
                wanted.admins(),
                wanted.auditors(),
                Optional.of(version)));
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
