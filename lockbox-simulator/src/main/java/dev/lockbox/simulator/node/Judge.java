package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.Preceding;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesEvent;
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
import dev.lockbox.domain.freeze.FreezeDecider;
import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.tenant.Offer;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.record.Quarantined;
import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Variant;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings a command before the rules, as the processor does. Writes nothing. */
final class Judge {
  /** Whom a request belongs to when it is looked up by its id alone. */
  private static final TenantId ANYBODY = new TenantId("anybody");

  private final Memory memory;
  private final Deployment deployment;
  private final Offer offer;
  private final Variant variant;
  private final Decoded decoded;
  private final SessionJudge sessions;
  private final RolesJudge roles;

  Judge(Memory memory, Setting setting, Decoded decoded) {
    this.memory = memory;
    this.deployment = setting.deployment();
    this.offer = setting.offer();
    this.variant = setting.variant();
    this.decoded = decoded;
    this.sessions = new SessionJudge(memory, variant);
    this.roles = new RolesJudge(memory, variant);
  }

  /**
   * @param at what the command's place on the log is like; whether grants are frozen is found here
   */
  Verdict on(Command command, Moment at) {
    return switch (command) {
      case RequestCommand asked -> onRequest(asked, at.frozen(memory.isFrozen(asked.tenant())));
      case TenantCommand asked -> onTenant(asked, at.frozen(memory.isFrozen(asked.tenant())));
      case SessionCommand asked -> onSessions(asked, at.frozen(memory.isFrozen(asked.tenant())));
      case GrantsCommand asked -> onGrants(asked, at.appended());
      case RolesCommand asked -> onRoles(asked, at.frozen(memory.isFrozen(asked.tenant())));
      case ExclusionCommand asked -> onExclusion(asked, at.frozen(memory.isFrozen(asked.tenant())));
    };
  }

  /** What a posture that was told for every tenant brings about; empty where it is no news. */
  Optional<Verdict.Heeded> heeded(Posture told, Moment at) {
    return sessions.heeded(told, at);
  }

  /** Under which key a request is kept. */
  RequestId key(RequestId request) {
    return variant.has(Flaw.LOOKED_UP_BY_ID_ALONE)
        ? new RequestId(ANYBODY, request.value())
        : request;
  }

  private Verdict onRequest(RequestCommand command, Moment at) {
    var request = command.request();
    return switch (memory.request(key(request))) {
      case Kept.Garbled garbled when !variant.has(Flaw.GARBLED_COUNTS_AS_UNOPENED) ->
          faulted(request, AccessRequest.UNOPENED, "its state cannot be read", at.appended());
      case Kept.Garbled garbled -> decide(AccessRequest.UNOPENED, command, at);
      case Kept.Readable readable -> decide(readable.state(), command, at);
    };
  }

  private Verdict decide(AccessRequest before, RequestCommand command, Moment at) {
    var rules = decoded.rules(memory, command.tenant(), deployment);
    var asked = informed(command);
    return switch (variant.rules().decide(before, asked, rules, asking(command), at)) {
      case Accepted<RequestEvent> yes ->
          moved(command.request(), before, yes.events(), at.appended());
      case Repeated<RequestEvent> again -> new Verdict.Repeated();
      case Refused<RequestEvent> no -> refused(command, no, before.version(), at.appended());
    };
  }

  /** With what stands here of the request that this one says it follows. */
  private RequestCommand informed(RequestCommand command) {
    return command instanceof OpenRequest open && !variant.has(Flaw.PREVIOUS_BELIEVED)
        ? open.knowing(open.facts().after(open.details().previous().flatMap(this::before)))
        : command;
  }

  private Optional<Before> before(Previous previous) {
    return memory.request(key(previous.request())) instanceof Kept.Readable kept
        ? Preceding.of(kept.state()).or(() -> practised(kept.state()))
        : Optional.empty();
  }

  /** What was practised; as if somebody had asked for it. */
  private Optional<Before> practised(AccessRequest state) {
    return state
        .opened()
        .filter(opening -> opening.isPractice() && variant.has(Flaw.PRACTICE_GOES_BEFORE))
        .map(
            opening ->
                new Before(
                    opening.asked().engineer(),
                    false,
                    Set.copyOf(opening.asked().actions()),
                    Set.copyOf(opening.asked().resources())));
  }

  private Asking asking(RequestCommand command) {
    return switch (command) {
      case OpenRequest open -> asking(new EngineerId(open.tenant(), open.asked().engineer()));
      case StartPractice start ->
          Asking.toPractise(
              start,
              asking(new EngineerId(start.tenant(), start.asked().engineer())).waiting(),
              decoded.find(memory, start.tenant()).members());
      case ConfirmRead read -> Asking.toRead(read, decoded.find(memory, read.tenant()).members());
      default -> Asking.NOTHING_ELSE; // nothing else is asked by anybody for themselves
    };
  }

  private Asking asking(EngineerId engineer) {
    var waiting =
        memory.requests().entrySet().stream()
            .filter(entry -> isTheirs(entry.getKey(), engineer))
            .filter(entry -> entry.getValue() instanceof Kept.Readable kept && isWaiting(kept))
            .filter(entry -> isAskedBy(entry.getValue(), engineer))
            .count();
    return new Asking(Math.toIntExact(waiting), memory.denialsOf(engineer));
  }

  private boolean isTheirs(RequestId request, EngineerId engineer) {
    return request.tenant().equals(engineer.tenant()) || variant.has(Flaw.PACE_OF_ALL_CUSTOMERS);
  }

  private boolean isWaiting(Kept.Readable kept) {
    return Asking.isWaiting(kept.state())
        || kept.state() instanceof AccessRequest.Granted && variant.has(Flaw.GRANTED_STILL_WAITS);
  }

  private boolean isAskedBy(Kept kept, EngineerId engineer) {
    return kept instanceof Kept.Readable readable
        && readable
            .state()
            .opened()
            .filter(
                opening ->
                    opening.asked().engineer().equals(engineer.person())
                        || opening.isPractice() && variant.has(Flaw.PRACTICE_COUNTS_FOR_ENGINEERS))
            .isPresent();
  }

  private Verdict moved(
      RequestId request, AccessRequest before, List<RequestEvent> events, Instant at) {
    try {
      var after = before;
      for (var event : events) {
        after = variant.fold().after(after, event);
      }
      return new Verdict.RequestMoved(
          request, after, events, sessions.ended(request, before, after, at));
    } catch (ImpossibleHistory impossible) {
      return faulted(request, before, String.valueOf(impossible.getMessage()), at);
    }
  }

  private Verdict faulted(RequestId request, AccessRequest before, String found, Instant at) {
    var event = new RequestFaulted(request, at, found);
    var after = variant.fold().after(before, event);
    return new Verdict.Faulted(request, after, event, sessions.ended(request, before, after, at));
  }

  private Verdict onSessions(SessionCommand command, Moment at) {
    var about = command.about().map(request -> memory.request(key(request)));
    if (about.filter(Kept.Garbled.class::isInstance).isPresent()
        && !variant.has(Flaw.GARBLED_COUNTS_AS_UNOPENED)) {
      var request = command.about().orElseThrow();
      return faulted(request, AccessRequest.UNOPENED, "its state cannot be read", at.appended());
    }
    var request =
        about
            .filter(Kept.Readable.class::isInstance)
            .map(kept -> ((Kept.Readable) kept).state())
            .orElse(AccessRequest.UNOPENED);
    var tenant = decoded.find(memory, command.tenant());
    var rules =
        decoded
            .rules(memory, command.tenant(), deployment)
            .map(known -> known.settings().policy().sessions());
    var version = command.about().isPresent() ? request.version() : tenant.version();
    return switch (sessions.decide(command, request, rules, at)) {
      case Accepted<SessionEvent> yes -> sessions.attended(yes.events());
      case Repeated<SessionEvent> again -> new Verdict.Repeated();
      case Refused<SessionEvent> no -> refused(command, no, version, at.appended());
    };
  }

  private Verdict onRoles(RolesCommand command, Moment at) {
    var tenant = decoded.find(memory, command.tenant());
    return switch (roles.decide(command, tenant, at)) {
      case Accepted<RolesEvent> yes -> roles.moved(yes.events());
      case Repeated<RolesEvent> again -> new Verdict.Repeated();
      case Refused<RolesEvent> no -> refused(command, no, tenant.version(), at.appended());
    };
  }

  private Verdict onTenant(TenantCommand command, Moment at) {
    var before = decoded.find(memory, command.tenant());
    return switch (variant.tenantRules().decide(before, command, offer, at)) {
      case Accepted<TenantEvent> yes -> moved(command.tenant(), before, yes.events());
      case Repeated<TenantEvent> again -> new Verdict.Repeated();
      case Refused<TenantEvent> no -> refused(command, no, before.version(), at.appended());
    };
  }

  private static Verdict moved(TenantId tenant, Tenant before, List<TenantEvent> events) {
    var after = before;
    for (var event : events) {
      after = Tenant.evolve(after, event);
    }
    return new Verdict.TenantMoved(tenant, after, events);
  }

  private Verdict onGrants(GrantsCommand command, Instant at) {
    var tenant = decoded.find(memory, command.tenant());
    var before = memory.freezesOf(command.tenant());
    var isRegistered = tenant.members().isPresent();
    return switch (FreezeDecider.decide(before, command, isRegistered, at)) {
      case Accepted<GrantsEvent> yes -> grantsMoved(before, yes.events().getFirst());
      case Repeated<GrantsEvent> again -> new Verdict.Repeated();
      case Refused<GrantsEvent> no -> refused(command, no, tenant.version(), at);
    };
  }

  private Verdict onExclusion(ExclusionCommand command, Moment at) {
    var tenant = decoded.find(memory, command.tenant());
    var before = memory.exclusion(command.exclusion());
    var decided = variant.exclusionRules().decide(before, command, tenant.members(), at);
    return switch (decided) {
      case Accepted<ExclusionEvent> yes -> {
        var event = yes.events().getFirst();
        yield new Verdict.ExclusionMoved(
            command.exclusion(), Exclusion.evolve(before, event), event);
      }
      case Repeated<ExclusionEvent> again -> new Verdict.Repeated();
      case Refused<ExclusionEvent> no -> refused(command, no, tenant.version(), at.appended());
    };
  }

  /** What a record that nobody can read brings about; empty where it changes nothing. */
  Optional<Verdict.GrantsMoved> onUnreadable(
      TenantId tenant, QuarantineId found, Quarantined.Cause why, Instant at) {
    var before = memory.freezesOf(tenant);
    return FreezeDecider.found(before, tenant, found, why.name(), at)
        .map(event -> grantsMoved(before, event));
  }

  boolean isRegistered(TenantId tenant) {
    return decoded.find(memory, tenant).members().isPresent();
  }

  private Verdict.GrantsMoved grantsMoved(Freezes before, GrantsEvent event) {
    var after = Freezes.evolve(before, event);
    var isAll = variant.has(Flaw.ONE_RELEASE_FOR_ALL) && event instanceof GrantsReleased;
    return new Verdict.GrantsMoved(
        event.tenant(),
        isAll ? new Freezes(Collections.emptySortedSet(), after.trail()) : after,
        event);
  }

  private static Verdict refused(Command command, Refused<?> no, long version, Instant at) {
    return CommandRefused.of(command, no, at)
        .<Verdict>map(event -> new Verdict.SaidNo(event, version))
        .orElseGet(() -> new Verdict.AlarmRefused(no.refusal()));
  }
}
