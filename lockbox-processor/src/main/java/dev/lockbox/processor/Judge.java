package dev.lockbox.processor;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.Preceding;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.exclusion.ExclusionDecider;
import dev.lockbox.domain.freeze.FreezeDecider;
import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Offer;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.events.codec.Garbled;
import dev.lockbox.events.message.ExclusionSnapshot;
import dev.lockbox.events.message.FreezeSnapshot;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.TenantSnapshot;
import dev.lockbox.processor.store.Askers;
import dev.lockbox.processor.store.Exclusions;
import dev.lockbox.processor.store.FrozenGrants;
import dev.lockbox.processor.store.Requests;
import dev.lockbox.processor.store.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings a command before the rules: reads what they need from the stores, asks them, and folds
 * what they say happened. Writes nothing.
 *
 * <p>A request whose kept bytes cannot be read, or whose events do not follow each other, is
 * faulted instead: it alone stops, and grants nothing. The same trouble with a tenant's own history
 * is thrown and stops the partition, since no request of that tenant could be decided without it.
 */
final class Judge {
  private static final int FOUND_CHARS_MAX = 2000;

  private final Requests requests;
  private final Tenants tenants;
  private final FrozenGrants freezes;
  private final Exclusions exclusions;
  private final SessionJudge sessions;
  private final Askers askers;
  private final Offer offer;
  private final Fold fold;
  private final RolesJudge roles;

  Judge(
      Requests requests,
      Tenants tenants,
      FrozenGrants freezes,
      Exclusions exclusions,
      SessionJudge sessions,
      Askers askers,
      Offer offer,
      Fold fold,
      RolesJudge roles) {
    this.requests = requests;
    this.tenants = tenants;
    this.freezes = freezes;
    this.exclusions = exclusions;
    this.sessions = sessions;
    this.askers = askers;
    this.offer = offer;
    this.fold = fold;
    this.roles = roles;
  }

  /**
   * @param at what the command's place on the log is like; whether grants are frozen is found here
   */
  Verdict on(Command command, Moment at) {
    var moment = at.frozen(freezes.isFrozen(command.tenant()));
    return switch (command) {
      case RequestCommand asked -> onRequest(asked, moment);
      case TenantCommand asked -> onTenant(asked, moment);
      case GrantsCommand asked -> onGrants(asked, at.appended());
      case RolesCommand asked -> roles.on(asked, tenants.find(asked.tenant()), moment);
      case ExclusionCommand asked -> onExclusion(asked, moment);
      case SessionCommand asked -> onSessions(asked, moment);
    };
  }

  /** What a posture that was told for every customer brings about; empty where it is no news. */
  Optional<Verdict.Heeded> heeded(Posture told, Moment at) {
    return sessions.heeded(told, at);
  }

  private Verdict onRequest(RequestCommand command, Moment moment) {
    var at = moment.appended();
    var request = command.request();
    var rules = tenants.rules(command.tenant());
    AccessRequest before;
    try {
      before = requests.find(request);
    } catch (Garbled garbled) {
      return faulted(request, AccessRequest.UNOPENED, garbled, at);
    }
    return switch (Decider.decide(before, informed(command), rules, asking(command), moment)) {
      case Accepted<RequestEvent> yes -> moved(request, before, yes.events(), at);
      case Repeated<RequestEvent> again -> new Verdict.Repeated();
      case Refused<RequestEvent> no -> Verdict.refused(command, no, before.version(), at);
    };
  }

  /**
   * With what stands here of the request that this one says it follows, which is of the same tenant
   * and so in this partition; whatever the command said of that. Of one that cannot be read nothing
   * is known.
   */
  private RequestCommand informed(RequestCommand command) {
    return command instanceof OpenRequest open
        ? open.knowing(open.facts().after(open.details().previous().flatMap(this::before)))
        : command;
  }

  private Asking asking(RequestCommand command) {
    return switch (command) {
      case OpenRequest open -> askers.find(new EngineerId(open.tenant(), open.asked().engineer()));
      case StartPractice start ->
          Asking.toPractise(
              start,
              askers.find(new EngineerId(start.tenant(), start.asked().engineer())).waiting(),
              tenants.find(start.tenant()).members());
      case ConfirmRead read -> Asking.toRead(read, tenants.find(read.tenant()).members());
      default -> Asking.NOTHING_ELSE; // nothing else is asked by anybody for themselves
    };
  }

  private Optional<Before> before(Previous previous) {
    return requests.known(previous.request()).flatMap(Preceding::of);
  }

  private Verdict moved(
      RequestId request, AccessRequest before, List<RequestEvent> events, Instant at) {
    try {
      var after = before;
      for (var event : events) {
        after = next(after, event);
      }
      return new Verdict.RequestMoved(
          new RequestSnapshot(request, after), events, sessions.ended(request, before, after, at));
    } catch (ImpossibleHistory impossible) {
      return faulted(request, before, impossible, at);
    }
  }

  private AccessRequest next(AccessRequest state, RequestEvent event) {
    var next = fold.after(state, event);
    if (next.version() != state.version() + 1) {
      throw new ImpossibleHistory(state, event);
    }
    return next;
  }

  /** What is to be said of a request whose kept bytes cannot be read; empty where they can. */
  Optional<Verdict.RequestFaulted> spoilt(RequestId request, Instant at) {
    try {
      requests.find(request);
      return Optional.empty();
    } catch (Garbled garbled) {
      return Optional.of(faulted(request, AccessRequest.UNOPENED, garbled, at));
    }
  }

  /** Of a request that cannot be read not even the version is known, so it counts from here. */
  private Verdict.RequestFaulted faulted(
      RequestId request, AccessRequest before, RuntimeException why, Instant at) {
    var found = String.valueOf(why.getMessage());
    var shown = found.substring(0, Math.min(FOUND_CHARS_MAX, found.length()));
    var event = new RequestFaulted(request, at, shown);
    var after = fold.after(before, event);
    return new Verdict.RequestFaulted(
        new RequestSnapshot(request, after), event, sessions.ended(request, before, after, at));
  }

  private Verdict onSessions(SessionCommand command, Moment at) {
    var tenant = tenants.find(command.tenant());
    var request = AccessRequest.UNOPENED;
    try {
      request = command.about().map(requests::find).orElse(request);
    } catch (Garbled garbled) {
      return faulted(command.about().orElseThrow(), AccessRequest.UNOPENED, garbled, at.appended());
    }
    var rules = tenants.rules(command.tenant()).map(known -> known.settings().policy().sessions());
    var version = command.about().isPresent() ? request.version() : tenant.version();
    return switch (sessions.decide(command, request, rules, at)) {
      case Accepted<SessionEvent> yes -> sessions.attended(yes.events());
      case Repeated<SessionEvent> again -> new Verdict.Repeated();
      case Refused<SessionEvent> no -> Verdict.refused(command, no, version, at.appended());
    };
  }

  private Verdict onTenant(TenantCommand command, Moment at) {
    var before = tenants.find(command.tenant());
    return switch (TenantDecider.decide(before, command, offer, at)) {
      case Accepted<TenantEvent> yes ->
          new Verdict.TenantMoved(snapshot(command.tenant(), before, yes.events()), yes.events());
      case Repeated<TenantEvent> again -> new Verdict.Repeated();
      case Refused<TenantEvent> no -> Verdict.refused(command, no, before.version(), at.appended());
    };
  }

  private static TenantSnapshot snapshot(TenantId tenant, Tenant before, List<TenantEvent> events) {
    var after = before;
    for (var event : events) {
      after = Tenant.evolve(after, event);
    }
    if (after instanceof Tenant.Registered registered
        && after.version() == before.version() + events.size()) {
      return new TenantSnapshot(tenant, registered);
    }
    throw new ImpossibleHistory(before, events);
  }

  private Verdict onGrants(GrantsCommand command, Instant at) {
    var tenant = tenants.find(command.tenant());
    var before = freezes.find(command.tenant());
    var isRegistered = tenant instanceof Tenant.Registered;
    return switch (FreezeDecider.decide(before, command, isRegistered, at)) {
      case Accepted<GrantsEvent> yes -> grantsMoved(before, yes.events().getFirst());
      case Repeated<GrantsEvent> again -> new Verdict.Repeated();
      case Refused<GrantsEvent> no -> Verdict.refused(command, no, tenant.version(), at);
    };
  }

  private Verdict onExclusion(ExclusionCommand command, Moment at) {
    var tenant = tenants.find(command.tenant());
    var before = exclusions.find(command.exclusion());
    return switch (ExclusionDecider.decide(before, command, tenant.members(), at)) {
      case Accepted<ExclusionEvent> yes -> {
        var event = yes.events().getFirst();
        var after = new ExclusionSnapshot(event.exclusion(), Exclusion.evolve(before, event));
        yield new Verdict.ExclusionMoved(after, event);
      }
      case Repeated<ExclusionEvent> again -> new Verdict.Repeated();
      case Refused<ExclusionEvent> no ->
          Verdict.refused(command, no, tenant.version(), at.appended());
    };
  }

  /** What a record that nobody can read brings about; empty where it changes nothing. */
  Optional<Verdict.GrantsMoved> onUnreadable(
      TenantId tenant, QuarantineId found, QuarantineCause why, Instant at) {
    var before = freezes.find(tenant);
    return FreezeDecider.found(before, tenant, found, why.name(), at)
        .map(event -> grantsMoved(before, event));
  }

  private static Verdict.GrantsMoved grantsMoved(Freezes before, GrantsEvent event) {
    var after = Freezes.evolve(before, event);
    return new Verdict.GrantsMoved(new FreezeSnapshot(event.tenant(), after), event);
  }
}
