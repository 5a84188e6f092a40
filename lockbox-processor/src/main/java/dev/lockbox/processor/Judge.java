package dev.lockbox.processor;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.events.codec.Garbled;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.TenantSnapshot;
import dev.lockbox.processor.store.Requests;
import dev.lockbox.processor.store.Tenants;
import java.time.Instant;
import java.util.List;

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
  private final AccessLimits limits;
  private final Catalogue catalogue;
  private final Fold fold;

  Judge(Requests requests, Tenants tenants, AccessLimits limits, Catalogue catalogue, Fold fold) {
    this.requests = requests;
    this.tenants = tenants;
    this.limits = limits;
    this.catalogue = catalogue;
    this.fold = fold;
  }

  /**
   * @param at when the command was appended to the log
   */
  Verdict on(Command command, Instant at) {
    return switch (command) {
      case RequestCommand asked -> onRequest(asked, at);
      case TenantCommand asked -> onTenant(asked, at);
    };
  }

  private Verdict onRequest(RequestCommand command, Instant at) {
    var request = command.request();
    var rules = tenants.find(command.tenant()).rules(limits, catalogue);
    AccessRequest before;
    try {
      before = requests.find(request);
    } catch (Garbled garbled) {
      return faulted(request, AccessRequest.UNOPENED, garbled, at);
    }
    return switch (Decider.decide(before, command, rules, at)) {
      case Accepted<RequestEvent> yes -> moved(request, before, yes.events(), at);
      case Repeated<RequestEvent> again -> new Verdict.Repeated();
      case Refused<RequestEvent> no -> refused(command, no, before.version(), at);
    };
  }

  private Verdict moved(
      RequestId request, AccessRequest before, List<RequestEvent> events, Instant at) {
    try {
      var after = before;
      for (var event : events) {
        after = next(after, event);
      }
      return new Verdict.RequestMoved(new RequestSnapshot(request, after), events);
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

  /** Of a request that cannot be read not even the version is known, so it counts from here. */
  private Verdict faulted(
      RequestId request, AccessRequest before, RuntimeException why, Instant at) {
    var found = String.valueOf(why.getMessage());
    var shown = found.substring(0, Math.min(FOUND_CHARS_MAX, found.length()));
    var event = new RequestFaulted(request, at, shown);
    return new Verdict.RequestFaulted(
        new RequestSnapshot(request, fold.after(before, event)), event);
  }

  private Verdict onTenant(TenantCommand command, Instant at) {
    var before = tenants.find(command.tenant());
    return switch (TenantDecider.decide(before, command, at)) {
      case Accepted<TenantEvent> yes ->
          new Verdict.TenantMoved(snapshot(command.tenant(), before, yes.events()), yes.events());
      case Repeated<TenantEvent> again -> new Verdict.Repeated();
      case Refused<TenantEvent> no -> refused(command, no, before.version(), at);
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

  private static Verdict refused(Command command, Refused<?> no, long version, Instant at) {
    return CommandRefused.of(command, no, at)
        .<Verdict>map(event -> new Verdict.SaidNo(event, version))
        .orElseGet(() -> new Verdict.AlarmRefused(no.refusal()));
  }
}
