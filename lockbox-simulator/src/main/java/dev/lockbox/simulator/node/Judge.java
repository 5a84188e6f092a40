package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.GrantsCommand;
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
import dev.lockbox.simulator.record.NotSimulated;
import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Variant;
import java.time.Instant;
import java.util.List;

/** Brings a command before the rules, as the processor does. Writes nothing. */
final class Judge {
  /** Whom a request belongs to when it is looked up by its id alone. */
  private static final TenantId ANYBODY = new TenantId("anybody");

  private final Memory memory;
  private final AccessLimits limits;
  private final Variant variant;
  private final Decoded decoded;

  Judge(Memory memory, AccessLimits limits, Variant variant, Decoded decoded) {
    this.memory = memory;
    this.limits = limits;
    this.variant = variant;
    this.decoded = decoded;
  }

  Verdict on(Command command, Instant at) {
    return switch (command) {
      case RequestCommand asked -> onRequest(asked, at);
      case TenantCommand asked -> onTenant(asked, at);
      case GrantsCommand asked -> throw new NotSimulated(asked);
    };
  }

  /** Under which key a request is kept. */
  RequestId key(RequestId request) {
    return variant.has(Flaw.LOOKED_UP_BY_ID_ALONE)
        ? new RequestId(ANYBODY, request.value())
        : request;
  }

  private Verdict onRequest(RequestCommand command, Instant at) {
    var request = command.request();
    return switch (memory.request(key(request))) {
      case Kept.Garbled garbled when !variant.has(Flaw.GARBLED_COUNTS_AS_UNOPENED) ->
          faulted(request, AccessRequest.UNOPENED, "its state cannot be read", at);
      case Kept.Garbled garbled -> decide(AccessRequest.UNOPENED, command, at);
      case Kept.Readable readable -> decide(readable.state(), command, at);
    };
  }

  private Verdict decide(AccessRequest before, RequestCommand command, Instant at) {
    var rules = decoded.find(memory, command.tenant()).rules(limits, Catalogue.BUILT_IN);
    return switch (variant.rules().decide(before, command, rules, at)) {
      case Accepted<RequestEvent> yes -> moved(command.request(), before, yes.events(), at);
      case Repeated<RequestEvent> again -> new Verdict.Repeated();
      case Refused<RequestEvent> no -> refused(command, no, before.version(), at);
    };
  }

  private Verdict moved(
      RequestId request, AccessRequest before, List<RequestEvent> events, Instant at) {
    try {
      var after = before;
      for (var event : events) {
        after = variant.fold().after(after, event);
      }
      return new Verdict.RequestMoved(request, after, events);
    } catch (ImpossibleHistory impossible) {
      return faulted(request, before, String.valueOf(impossible.getMessage()), at);
    }
  }

  private Verdict faulted(RequestId request, AccessRequest before, String found, Instant at) {
    var event = new RequestFaulted(request, at, found);
    return new Verdict.Faulted(request, variant.fold().after(before, event), event);
  }

  private Verdict onTenant(TenantCommand command, Instant at) {
    var before = decoded.find(memory, command.tenant());
    return switch (variant.tenantRules().decide(before, command, at)) {
      case Accepted<TenantEvent> yes -> moved(command.tenant(), before, yes.events());
      case Repeated<TenantEvent> again -> new Verdict.Repeated();
      case Refused<TenantEvent> no -> refused(command, no, before.version(), at);
    };
  }

  private static Verdict moved(TenantId tenant, Tenant before, List<TenantEvent> events) {
    var after = before;
    for (var event : events) {
      after = Tenant.evolve(after, event);
    }
    return new Verdict.TenantMoved(tenant, after, events);
  }

  private static Verdict refused(Command command, Refused<?> no, long version, Instant at) {
    return CommandRefused.of(command, no, at)
        .<Verdict>map(event -> new Verdict.SaidNo(event, version))
        .orElseGet(() -> new Verdict.AlarmRefused(no.refusal()));
  }
}
