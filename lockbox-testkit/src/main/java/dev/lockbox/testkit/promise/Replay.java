package dev.lockbox.testkit.promise;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.testkit.run.Logged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the rules make of a command log, worked out with nothing but the domain: no store, no
 * transaction, no restart.
 */
public final class Replay {
  private final AccessLimits limits;
  private final Map<RequestId, AccessRequest> requests = new HashMap<>();
  private final Map<TenantId, Tenant> tenants = new HashMap<>();
  private final Map<TenantId, Long> sequences = new HashMap<>();
  private final List<Recorded> happened = new ArrayList<>();

  private Replay(AccessLimits limits) {
    this.limits = limits;
  }

  /** The log in its order, partition by partition. */
  public static Replay of(List<Logged<LoggedCommand>> log, AccessLimits limits) {
    var replay = new Replay(limits);
    log.forEach(record -> replay.decide(record.message(), record.timestamp()));
    return replay;
  }

  /** Every event there should be, each tenant's in its order. */
  public List<Recorded> happened() {
    return List.copyOf(happened);
  }

  /** Where each request should stand. */
  public Map<RequestId, AccessRequest> states() {
    return Map.copyOf(requests);
  }

  private void decide(LoggedCommand logged, Instant at) {
    switch (logged.command()) {
      case RequestCommand command -> onRequest(logged.id(), command, at);
      case TenantCommand command -> onTenant(logged.id(), command, at);
    }
  }

  private void onRequest(CommandId id, RequestCommand command, Instant at) {
    var before = requests.getOrDefault(command.request(), AccessRequest.UNOPENED);
    switch (Decider.decide(
        before, command, tenant(command).rules(limits, Catalogue.BUILT_IN), at)) {
      case Accepted<RequestEvent> yes -> {
        var state = before;
        for (var event : yes.events()) {
          state = AccessRequest.evolve(state, event);
          note(id, state.version(), event);
        }
        requests.put(command.request(), state);
      }
      case Repeated<RequestEvent> again -> {}
      case Refused<RequestEvent> no -> refuse(id, command, no, before.version(), at);
    }
  }

  private void onTenant(CommandId id, TenantCommand command, Instant at) {
    var before = tenant(command);
    switch (TenantDecider.decide(before, command, at)) {
      case Accepted<TenantEvent> yes -> {
        var state = before;
        for (var event : yes.events()) {
          state = Tenant.evolve(state, event);
          note(id, state.version(), event);
        }
        tenants.put(command.tenant(), state);
      }
      case Repeated<TenantEvent> again -> {}
      case Refused<TenantEvent> no -> refuse(id, command, no, before.version(), at);
    }
  }

  private Tenant tenant(Command command) {
    return tenants.getOrDefault(command.tenant(), Tenant.UNREGISTERED);
  }

  private void refuse(CommandId id, Command command, Refused<?> no, long version, Instant at) {
    CommandRefused.of(command, no, at).ifPresent(event -> note(id, version, event));
  }

  private void note(CommandId cause, long version, Event event) {
    var sequence = sequences.merge(event.tenant(), 1L, Long::sum);
    var rules =
        event.about().isPresent()
            ? OptionalLong.of(tenants.getOrDefault(event.tenant(), Tenant.UNREGISTERED).version())
            : OptionalLong.empty();
    happened.add(new Recorded(sequence, version, rules, cause, event));
  }
}
