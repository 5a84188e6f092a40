package dev.lockbox.testkit.promise;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.exclusion.ExclusionDecider;
import dev.lockbox.domain.freeze.FreezeDecider;
import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.Directory;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.roles.RolesDecider;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.session.Ending;
import dev.lockbox.domain.session.Examined;
import dev.lockbox.domain.session.Others;
import dev.lockbox.domain.session.SessionDecider;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.domain.time.PartitionClock;
import dev.lockbox.events.message.HeedPosture;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.Tick;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Meaningless;
import dev.lockbox.testkit.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the rules make of a command log, worked out with nothing but the domain: no store, no
 * transaction, no restart.
 */
public final class Replay {
  private static final Directory NO_ROLES =
      new Directory() {
        @Override
        public RoleState role(RoleId role) {
          return RoleState.UNDEFINED;
        }

        @Override
        public Engineer engineer(PersonId engineer) {
          return Engineer.UNKNOWN;
        }
      };

  private final AccessLimits limits;
  private final Map<RequestId, AccessRequest> requests = new HashMap<>();
  private final Map<TenantId, Tenant> tenants = new HashMap<>();
  private final Map<TenantId, Long> sequences = new HashMap<>();
  private final Map<TenantId, Freezes> freezes = new HashMap<>();
  private final Map<ExclusionId, Exclusion> exclusions = new HashMap<>();
  private final Map<EngineerId, Sessions> sessions = new HashMap<>();
  private final Map<Known, Examined> devices = new HashMap<>();
  private final Map<Integer, PartitionClock> clocks = new HashMap<>();
  private final List<Recorded> happened = new ArrayList<>();

  /** A device, as the customers of one partition know it. */
  private record Known(int partition, DeviceId device) {}

  private Replay(AccessLimits limits) {
    this.limits = limits;
  }

  /** The command log of a run, with all that stood on it. */
  static Replay of(Run run) {
    var unreadable =
        run.unreadable().stream().filter(one -> one.topic().equals(Topics.COMMANDS.name()));
    return of(
        Stream.of(
                run.commands().stream(), run.ticks().stream(), run.postures().stream(), unreadable)
            .<Logged<?>>flatMap(one -> one)
            .sorted(
                Comparator.<Logged<?>>comparingInt(Logged::partition)
                    .thenComparingLong(Logged::offset))
            .toList(),
        run.limits());
  }

  /**
   * The log in its order, partition by partition: commands, ticks, postures, and what means
   * nothing.
   */
  private static Replay of(List<Logged<?>> log, AccessLimits limits) {
    var replay = new Replay(limits);
    log.forEach(replay::meet);
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

  private void meet(Logged<?> record) {
    var clock = clocks.getOrDefault(record.partition(), PartitionClock.UNSET);
    var at = clock.at(record.timestamp());
    switch (record.message()) {
      case Tick tick -> clock = clock.tick(tick.host(), tick.shown(), record.timestamp());
      case LoggedCommand logged -> clock = decide(logged, at) ? clock.after(at) : clock;
      case HeedPosture told -> {
        heed(told, record.partition(), at);
        clock = clock.after(at);
      }
      case Meaningless meaningless -> {
        freeze(record, meaningless, at.appended());
        clock = clock.after(at);
      }
      default -> throw new IllegalArgumentException("no part of the command log: " + record);
    }
    clocks.put(record.partition(), clock);
  }

  /** Whether something happened, a refusal included. */
  private boolean decide(LoggedCommand logged, Moment at) {
    var before = happened.size();
    switch (logged.command()) {
      case RequestCommand command ->
          onRequest(logged.id(), command, at.frozen(freezes(command.tenant()).isFrozen()));
      case TenantCommand command ->
          onTenant(logged.id(), command, at.frozen(freezes(command.tenant()).isFrozen()));
      case GrantsCommand command -> onGrants(logged.id(), command, at.appended());
      case RolesCommand command -> onRoles(logged.id(), command, at);
      case ExclusionCommand command -> onExclusion(logged.id(), command, at);
      case SessionCommand command ->
          onSessions(logged.id(), command, at.frozen(freezes(command.tenant()).isFrozen()));
    }
    return happened.size() > before;
  }

  /** No run names a provider, so there is no role in any, and nothing but a no. */
  private void onRoles(CommandId id, RolesCommand command, Moment at) {
    switch (RolesDecider.decide(NO_ROLES, command, Optional.empty(), at)) {
      case Accepted<RolesEvent> yes ->
          throw new IllegalStateException("nobody keeps roles in this run: " + yes);
      case Repeated<RolesEvent> again -> {}
      case Refused<RolesEvent> no ->
          refuse(id, command, no, tenant(command).version(), at.appended());
    }
  }

  private void onExclusion(CommandId id, ExclusionCommand command, Moment at) {
    var tenant = tenant(command);
    var before = exclusions.getOrDefault(command.exclusion(), Exclusion.UNKNOWN);
    switch (ExclusionDecider.decide(before, command, tenant.members(), at)) {
      case Accepted<ExclusionEvent> yes ->
          yes.events()
              .forEach(
                  event -> {
                    exclusions.put(command.exclusion(), Exclusion.evolve(before, event));
                    note(id, tenant.version(), event);
                  });
      case Repeated<ExclusionEvent> again -> {}
      case Refused<ExclusionEvent> no -> refuse(id, command, no, tenant.version(), at.appended());
    }
  }

  private void onGrants(CommandId id, GrantsCommand command, Instant at) {
    var known = tenants.containsKey(command.tenant());
    switch (FreezeDecider.decide(freezes(command.tenant()), command, known, at)) {
      case Accepted<GrantsEvent> yes -> yes.events().forEach(event -> moved(id, event));
      case Repeated<GrantsEvent> again -> {}
      case Refused<GrantsEvent> no -> refuse(id, command, no, tenant(command).version(), at);
    }
  }

  /** Whom it names, or where that cannot be told everybody on its partition. */
  private void freeze(Logged<?> record, Meaningless meaningless, Instant at) {
    var here = new TreeSet<>(tenants.keySet());
    here.removeIf(tenant -> partitionOf(tenant) != record.partition());
    var named = new TreeSet<>(meaningless.inside().orElse(Set.of()));
    var isNobodys = meaningless.inside().filter(Set::isEmpty).isPresent();
    meaningless.key().filter(tenant -> !isNobodys).ifPresent(named::add);
    if (meaningless.inside().isPresent() || meaningless.key().filter(here::contains).isPresent()) {
      here.retainAll(named);
    }
    var id = QuarantineId.of(record.topic(), record.partition(), record.offset());
    var cause = new CommandId("unreadable-%s-%s".formatted(record.partition(), record.offset()));
    here.forEach(
        tenant ->
            FreezeDecider.found(freezes(tenant), tenant, id, meaningless.cause().name(), at)
                .ifPresent(event -> moved(cause, event)));
  }

  private void moved(CommandId cause, GrantsEvent event) {
    freezes.put(event.tenant(), Freezes.evolve(freezes(event.tenant()), event));
    note(cause, tenants.getOrDefault(event.tenant(), Tenant.UNREGISTERED).version(), event);
  }

  private Freezes freezes(TenantId tenant) {
    return freezes.getOrDefault(tenant, Freezes.NONE);
  }

  private static int partitionOf(TenantId tenant) {
    return Topics.partitionOf(tenant, Topics.COMMANDS.partitions());
  }

  private void onRequest(CommandId id, RequestCommand command, Moment at) {
    var before = requests.getOrDefault(command.request(), AccessRequest.UNOPENED);
    switch (Decider.decide(
        before,
        command,
        tenant(command).rules(Deployment.DEFAULTS.with(limits)),
        asking(command),
        at)) {
      case Accepted<RequestEvent> yes -> {
        var state = before;
        for (var event : yes.events()) {
          state = AccessRequest.evolve(state, event);
        }
        endSessions(id, command.request(), before, state, at.appended());
        requests.put(command.request(), state);
        var version = before.version();
        for (var event : yes.events()) {
          version++;
          note(id, version, event);
        }
      }
      case Repeated<RequestEvent> again -> {}
      case Refused<RequestEvent> no -> refuse(id, command, no, before.version(), at.appended());
    }
  }

  /** No run sets a pace for engineers; what a customer practises at once has a limit in any. */
  private Asking asking(RequestCommand command) {
    if (command instanceof ConfirmRead read) {
      return Asking.toRead(read, tenant(read).members());
    }
    if (!(command instanceof StartPractice start)) {
      return Asking.NOTHING_ELSE;
    }
    var waiting =
        requests.entrySet().stream()
            .filter(one -> one.getKey().tenant().equals(start.tenant()))
            .map(Map.Entry::getValue)
            .filter(one -> Asking.isWaiting(one) && isPractice(one))
            .count();
    return Asking.toPractise(start, Math.toIntExact(waiting), tenant(start).members());
  }

  private static boolean isPractice(AccessRequest state) {
    return state.opened().filter(Opening::isPractice).isPresent();
  }

  private void onSessions(CommandId id, SessionCommand command, Moment at) {
    var request = command.about().map(this::request).orElse(AccessRequest.UNOPENED);
    var tenant = tenant(command);
    var rules =
        tenant
            .rules(Deployment.DEFAULTS.with(limits))
            .map(known -> known.settings().policy().sessions());
    var before = sessions(command.engineer());
    var here = partitionOf(command.tenant());
    var others = Others.of(command, () -> sessions, device -> isBarred(new Known(here, device)));
    switch (SessionDecider.decide(before, others, command, request, rules, at)) {
      case Accepted<SessionEvent> yes -> yes.events().forEach(event -> moved(id, event));
      case Repeated<SessionEvent> again -> {}
      case Refused<SessionEvent> no -> {
        var version = command.about().isPresent() ? request.version() : tenant.version();
        refuse(id, command, no, version, at.appended());
      }
    }
  }

  /** At every customer of the partition. */
  private void heed(HeedPosture told, int partition, Moment at) {
    var place = new Known(partition, told.posture().device());
    var news = Examined.after(Optional.ofNullable(devices.get(place)), told.posture());
    news.ifPresent(known -> devices.put(place, known));
    if (news.filter(known -> !known.compliant()).isPresent()) {
      var here = new TreeMap<>(sessions);
      here.keySet().removeIf(engineer -> partitionOf(engineer.tenant()) != partition);
      Ending.onDevice(here, place.device(), at).forEach(event -> moved(told.id(), event));
    }
  }

  private boolean isBarred(Known place) {
    return Optional.ofNullable(devices.get(place)).filter(known -> !known.compliant()).isPresent();
  }

  /** What the end of a grant brings about comes before the end itself. */
  private void endSessions(
      CommandId id, RequestId request, AccessRequest before, AccessRequest after, Instant at) {
    if (before instanceof Granted grant && !(after instanceof Granted)) {
      var engineer = new EngineerId(request.tenant(), grant.opening().asked().engineer());
      Ending.ofGrant(sessions(engineer), engineer, request, grant.terms(), at)
          .forEach(event -> moved(id, event));
    }
  }

  private void moved(CommandId cause, SessionEvent event) {
    sessions.put(event.engineer(), Sessions.evolve(sessions(event.engineer()), event));
    var version =
        event
            .about()
            .map(request -> request(request).version())
            .orElseGet(() -> tenants.getOrDefault(event.tenant(), Tenant.UNREGISTERED).version());
    note(cause, version, event);
  }

  private Sessions sessions(EngineerId engineer) {
    return sessions.getOrDefault(engineer, Sessions.NONE);
  }

  private AccessRequest request(RequestId request) {
    return requests.getOrDefault(request, AccessRequest.UNOPENED);
  }

  private void onTenant(CommandId id, TenantCommand command, Moment at) {
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
      case Refused<TenantEvent> no -> refuse(id, command, no, before.version(), at.appended());
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
    var isPractice = event.about().map(this::request).filter(Replay::isPractice).isPresent();
    happened.add(new Recorded(sequence, version, rules, cause, event, isPractice));
  }
}
