package dev.lockbox.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.session.SeatReports;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.events.message.TenantSnapshot;
import dev.lockbox.processor.store.Askers;
import dev.lockbox.processor.store.Clock;
import dev.lockbox.processor.store.Deadlines;
import dev.lockbox.processor.store.EngineerSessions;
import dev.lockbox.processor.store.Exclusions;
import dev.lockbox.processor.store.FrozenGrants;
import dev.lockbox.processor.store.Postures;
import dev.lockbox.processor.store.Progress;
import dev.lockbox.processor.store.Requests;
import dev.lockbox.processor.store.Roles;
import dev.lockbox.processor.store.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Writes down what a command led to: the state, the events with the tenant's next sequences and
 * their versions, and how far the log has been applied. One call per command, so that no sequence
 * is left out and no offset is noted without what it led to.
 */
final class Ledger {
  private final ProcessorContext<byte[], byte[]> context;
  private final Format<Recorded> events;
  private final Format<RequestSnapshot> states;
  private final Format<RolesSnapshot> roles;
  private final Memory memory;
  private final SeatTeller seats;

  /** Where a partition's state is kept. */
  record Memory(
      Requests requests,
      Tenants tenants,
      FrozenGrants freezes,
      Roles roles,
      Exclusions exclusions,
      EngineerSessions sessions,
      Postures postures,
      Askers askers,
      Progress progress,
      Clock clock,
      Deadlines deadlines) {}

  /** What brought something about: a record of a tenant's, its name and its place. */
  private record Cause(TenantId tenant, CommandId name, Found found, Moment at) {
    static Cause of(Case asked) {
      var logged = asked.logged();
      return new Cause(logged.command().tenant(), logged.id(), asked.found(), asked.at());
    }
  }

  Ledger(
      ProcessorContext<byte[], byte[]> context, Formats formats, Memory memory, SeatTeller seats) {
    this.context = context;
    this.events = formats.events();
    this.states = formats.states();
    this.roles = formats.roles();
    this.memory = memory;
    this.seats = seats;
  }

  /**
   * A request moved on.
   *
   * @param happened in order; each made one version, the last of them that of {@code after}
   */
  void request(RequestSnapshot after, List<RequestEvent> happened, Case cause) {
    request(after, happened, Cause.of(cause));
  }

  /**
   * A request was found faulty beside what was asked.
   *
   * @param name of what led to it
   */
  void fault(Verdict.RequestFaulted faulted, CommandId name, Found found, Moment at) {
    var tenant = faulted.after().request().tenant();
    request(faulted.after(), List.of(faulted.event()), new Cause(tenant, name, found, at));
  }

  private void request(RequestSnapshot after, List<RequestEvent> happened, Cause cause) {
    memory.requests().put(after);
    memory.askers().note(after, happened);
    memory.deadlines().move(new EnforceDeadline(after.request()), after.state().deadline());
    var isPractice = isPractice(Optional.of(after.state()));
    record(happened, after.state().version() - happened.size() + 1, cause, isPractice);
    show(after, cause.found());
  }

  /**
   * A tenant changed.
   *
   * @param happened in order; each made one version, the last of them that of {@code after}
   */
  void tenant(TenantSnapshot after, List<? extends Event> happened, Case cause) {
    memory.tenants().put(after);
    record(happened, after.state().version() - happened.size() + 1, Cause.of(cause), false);
  }

  /**
   * A tenant's grants were frozen or released, by a command or by a record that nobody can read.
   *
   * @param name of what did
   * @return the tenant's open requests, if its grants are shown as something else from here on;
   *     what cannot be read of them could not be shown
   */
  List<RequestId> grants(Verdict.GrantsMoved moved, CommandId name, Found found, Moment at) {
    var tenant = moved.after().tenant();
    var wasFrozen = memory.freezes().isFrozen(tenant);
    memory.freezes().put(moved.after());
    var cause = new Cause(tenant, name, found, at);
    record(List.of(moved.event()), memory.tenants().find(tenant).version(), cause, false);
    if (wasFrozen == memory.freezes().isFrozen(tenant)) {
      return List.of();
    }
    var open = memory.deadlines().openOf(tenant);
    open.stream()
        .flatMap(request -> memory.requests().grant(request).stream())
        .forEach(grant -> show(grant, found));
    return open;
  }

  /** A role or an engineer of the provider's changed. */
  void roles(Verdict.RolesMoved moved, Case cause) {
    var after = moved.after();
    memory.roles().put(after);
    if (after instanceof EngineerSnapshot engineer) {
      memory
          .deadlines()
          .move(
              new ExpireMemberships(engineer.tenant(), engineer.engineer()),
              engineer.state().deadline());
    }
    record(moved.events(), moved.version() - moved.events().size() + 1, Cause.of(cause), false);
    context.forward(
        new Record<>(roles.key(after), roles.value(after), cause.found().timestampMillis()),
        LockboxTopology.ROLES);
  }

  /** An exclusion was reported or moved on; requests and the tenant stay as they are. */
  void exclusion(Verdict.ExclusionMoved moved, Case cause) {
    var after = moved.after();
    memory.exclusions().put(after);
    memory.deadlines().move(new EnforceExclusion(after.exclusion()), after.state().deadline());
    var version = memory.tenants().find(after.exclusion().tenant()).version();
    record(List.of(moved.event()), version, Cause.of(cause), false);
  }

  /**
   * Something happened in an engineer's sessions. Requests and the tenant keep their versions;
   * where a request moves on too, this comes before it.
   */
  void sessions(Verdict.SessionsMoved moved, Case cause) {
    sessions(moved, Cause.of(cause));
  }

  /**
   * What is known of a device for every customer changed, and with it what customers' engineers
   * were doing on it.
   *
   * @param name of what told of it
   */
  void heeded(Verdict.Heeded heeded, CommandId name, Found found, Moment at) {
    memory.postures().put(heeded.device(), heeded.known());
    heeded
        .ended()
        .forEach(
            moved ->
                sessions(moved, new Cause(moved.after().engineer().tenant(), name, found, at)));
  }

  private void sessions(Verdict.SessionsMoved moved, Cause cause) {
    var after = moved.after();
    memory.sessions().put(after);
    memory.deadlines().move(new EnforceSessions(after.engineer()), after.state().deadline());
    for (var event : moved.events()) {
      var request = event.about().flatMap(memory.requests()::known);
      record(List.of(event), standing(event, request), cause, isPractice(request));
    }
    seats.tell(SeatReports.of(moved.before(), moved.events(), cause.name()));
  }

  /** No session began by a command, whatever it asked for. */
  void nobodyCame(Case cause) {
    seats.nobodyCame(cause.logged());
  }

  /** Of what cannot be read the version is not known, and a session under it ends all the same. */
  private long standing(Event event, Optional<AccessRequest> request) {
    return event.about().isPresent()
        ? request.map(AccessRequest::version).orElse(0L)
        : memory.tenants().find(event.tenant()).version();
  }

  private static boolean isPractice(Optional<AccessRequest> request) {
    return request.flatMap(AccessRequest::opened).filter(Opening::isPractice).isPresent();
  }

  /** Something was refused, and the version stays as it is. */
  void refusal(Event refused, long version, Case cause) {
    var request = refused.about().flatMap(memory.requests()::known);
    record(List.of(refused), version, Cause.of(cause), isPractice(request));
  }

  /** A record that belongs to nobody was dealt with. */
  void nobodys(Found found, Moment at) {
    memory.clock().pass(at);
    memory.progress().appliedForNobody(found.offset());
  }

  private void show(RequestSnapshot plain, Found cause) {
    var shown = plain.within(memory.freezes().isFrozen(plain.request().tenant()));
    context.forward(
        new Record<>(states.key(shown), states.value(shown), cause.timestampMillis()),
        LockboxTopology.STATES);
  }

  /**
   * @param isPractice whether it is of a request for practice
   */
  private void record(
      List<? extends Event> happened, long firstVersion, Cause cause, boolean isPractice) {
    memory.clock().pass(cause.at());
    var tenant = cause.tenant();
    var sequence = memory.progress().lastSequence(tenant);
    var version = firstVersion;
    for (var event : happened) {
      sequence++;
      var rules = rulesVersion(event);
      send(new Recorded(sequence, version, rules, cause.name(), event, isPractice), cause.found());
      version++;
    }
    memory.progress().applied(tenant, sequence, cause.found().offset());
  }

  private OptionalLong rulesVersion(Event event) {
    return event.about().isPresent()
        ? OptionalLong.of(memory.tenants().find(event.tenant()).version())
        : OptionalLong.empty();
  }

  /** Under the command's own time; of its headers, which may be anybody's, none is passed on. */
  private void send(Recorded recorded, Found cause) {
    var headers = new RecordHeaders().add(Headers.CAUSE, recorded.cause().value().getBytes(UTF_8));
    context.forward(
        new Record<>(
            events.key(recorded), events.value(recorded), cause.timestampMillis(), headers),
        LockboxTopology.EVENTS);
  }
}
