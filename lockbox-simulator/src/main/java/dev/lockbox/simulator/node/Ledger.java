package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Denials;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.log.Partition;
import dev.lockbox.simulator.log.Producer;
import dev.lockbox.simulator.record.Quarantined;
import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes down what a command led to: stores, changelog, state, events and progress, all together.
 */
final class Ledger {
  private final Topics topics;
  private final int partition;
  private final Memory memory;
  private final Variant variant;

  /** Outlives transactions; used by a defect only. */
  private final Map<TenantId, Long> given;

  /** The command, where it stood, and who writes. */
  record Case(CommandId id, TenantId tenant, long offset, Moment at, Producer producer) {}

  Ledger(Topics topics, int partition, Memory memory, Variant variant, Map<TenantId, Long> given) {
    this.topics = topics;
    this.partition = partition;
    this.memory = memory;
    this.variant = variant;
    this.given = given;
  }

  void request(
      RequestId key,
      RequestId request,
      AccessRequest after,
      List<? extends Event> happened,
      Case cause) {
    change(new Change.OfRequest(key, new Kept.Readable(after)), cause.producer());
    after
        .opened()
        .filter(opening -> !opening.isPractice())
        .ifPresent(opening -> denied(opening, request, happened, cause));
    var isPractice = isPractice(Optional.of(after));
    record(happened, after.version() - happened.size() + 1, true, cause, isPractice);
    show(request, after, cause);
  }

  private void denied(
      Opening opening, RequestId request, List<? extends Event> happened, Case cause) {
    var engineer = new EngineerId(request.tenant(), opening.asked().engineer());
    for (var event : happened) {
      if (event instanceof RequestEvent one && Denials.isOne(one)) {
        var known = variant.has(Flaw.LAST_DENIAL_ONLY) ? Denials.NONE : memory.denialsOf(engineer);
        var change = new Change.OfDenials(engineer, known.after(one));
        if (variant.has(Flaw.DENIALS_NOT_IN_THE_CHANGELOG)) {
          memory.apply(change);
        } else {
          change(change, cause.producer());
        }
      }
    }
  }

  private void show(RequestId request, AccessRequest state, Case cause) {
    var snapshot = Snapshot.of(request, state, memory.isFrozen(request.tenant()));
    send(topics.states().get(partition), snapshot, Flaw.STATES_OUTSIDE_THE_TRANSACTION, cause);
  }

  void tenant(TenantId tenant, Tenant after, List<? extends Event> happened, Case cause) {
    var change = new Change.OfTenant(tenant, after);
    if (variant.has(Flaw.TENANTS_NOT_IN_THE_CHANGELOG)) {
      memory.apply(change);
    } else {
      change(change, cause.producer());
    }
    record(happened, after.version() - happened.size() + 1, true, cause);
  }

  /** A tenant's grants were frozen or released; readers see each grant anew. */
  void grants(Verdict.GrantsMoved moved, Case cause) {
    var tenant = moved.tenant();
    var wasFrozen = memory.isFrozen(tenant);
    var change = new Change.OfFreezes(tenant, moved.after());
    if (variant.has(Flaw.FREEZES_NOT_IN_THE_CHANGELOG)) {
      memory.apply(change);
    } else {
      change(change, cause.producer());
    }
    record(List.of(moved.event()), memory.tenant(tenant).version(), true, cause);
    if (wasFrozen != memory.isFrozen(tenant) && !variant.has(Flaw.FROZEN_GRANTS_NOT_SHOWN)) {
      showGrants(tenant, cause);
    }
  }

  private void showGrants(TenantId tenant, Case cause) {
    memory
        .requests()
        .forEach(
            (request, kept) -> {
              if (request.tenant().equals(tenant)
                  && kept instanceof Kept.Readable readable
                  && readable.state() instanceof AccessRequest.Granted granted) {
                show(request, granted, cause);
              }
            });
  }

  /** An exclusion was reported or moved on; requests and the tenant stay as they are. */
  void exclusion(Verdict.ExclusionMoved moved, Case cause) {
    var change = new Change.OfExclusion(moved.exclusion(), moved.after());
    if (variant.has(Flaw.EXCLUSIONS_NOT_IN_THE_CHANGELOG)) {
      memory.apply(change);
    } else {
      change(change, cause.producer());
    }
    record(List.of(moved.event()), memory.tenant(cause.tenant()).version(), true, cause);
  }

  /**
   * Something happened in an engineer's sessions. Requests and the tenant keep their versions;
   * where a request moves on too, this comes before it.
   */
  void sessions(Verdict.SessionsMoved moved, Case cause) {
    var change = new Change.OfSessions(moved.engineer(), moved.after());
    if (variant.has(Flaw.SESSIONS_NOT_IN_THE_CHANGELOG)) {
      memory.apply(change);
    } else {
      change(change, cause.producer());
    }
    for (var event : moved.events()) {
      record(List.of(event), standing(event), true, cause, isPractice(known(event)));
    }
  }

  void posture(Verdict.Heeded heeded, Producer producer) {
    var change = new Change.OfPosture(heeded.device(), heeded.known());
    if (variant.has(Flaw.POSTURES_NOT_IN_THE_CHANGELOG)) {
      memory.apply(change);
    } else {
      change(change, producer);
    }
  }

  /** Of what cannot be read the version is not known. */
  private long standing(Event event) {
    return event
        .about()
        .map(
            request ->
                memory.request(request) instanceof Kept.Readable kept ? kept.state().version() : 0L)
        .orElseGet(() -> memory.tenant(event.tenant()).version());
  }

  /** A role or somebody of the provider's changed. */
  void roles(Verdict.RolesMoved moved, Case cause) {
    if (moved.after() instanceof Change.OfMember
        && variant.has(Flaw.ENGINEERS_NOT_IN_THE_CHANGELOG)) {
      memory.apply(moved.after());
    } else {
      change(moved.after(), cause.producer());
    }
    record(moved.events(), moved.version() - moved.events().size() + 1, true, cause);
  }

  /** A host has ticked. */
  void tick(HostId host, Instant shown, Instant at, long offset, Producer producer) {
    var change = new Change.OfClock(memory.clock().tick(host, shown, at), offset);
    if (variant.has(Flaw.TICKS_NOT_IN_THE_CHANGELOG)) {
      memory.apply(change);
    } else {
      change(change, producer);
    }
  }

  void refusal(Event refused, long version, Case cause) {
    if (!variant.has(Flaw.REFUSALS_NOT_RECORDED)) {
      var told = variant.has(Flaw.REFUSAL_COUNTS_AS_A_VERSION) ? version + 1 : version;
      var noted = !variant.has(Flaw.REFUSALS_LEAVE_NO_PROGRESS);
      record(List.of(refused), told, noted, cause, isRefusedPractice(refused));
    }
  }

  private boolean isRefusedPractice(Event refused) {
    return isPractice(known(refused)) && !variant.has(Flaw.REFUSED_PRACTICE_UNTOLD);
  }

  /** What it is about, where that can be read. */
  private Optional<AccessRequest> known(Event event) {
    return event
        .about()
        .map(memory::request)
        .filter(Kept.Readable.class::isInstance)
        .map(kept -> ((Kept.Readable) kept).state());
  }

  private static boolean isPractice(Optional<AccessRequest> request) {
    return request.flatMap(AccessRequest::opened).filter(Opening::isPractice).isPresent();
  }

  /** Writes an event that changes nothing; what a sound shell never does. */
  void again(Event event, long version, Case cause) {
    record(List.of(event), version, true, cause, isPractice(known(event)));
  }

  void quarantine(Quarantined.Cause why, long offset, Producer producer) {
    var name = topics.commands().get(partition).name();
    producer.append(topics.quarantine(), new Quarantined(name, offset, why));
  }

  void nobodys(long offset, Moment at, Producer producer) {
    memory.pass(at);
    if (!variant.has(Flaw.POISON_LEAVES_NO_PROGRESS)) {
      change(new Change.OfProgress(Memory.NOBODY, mark(0, offset)), producer);
    }
  }

  private Memory.Mark mark(long sequence, long offset) {
    var trusted =
        variant.has(Flaw.TRUSTED_TIME_NOT_KEPT) ? Instant.EPOCH : memory.clock().trusted();
    return new Memory.Mark(sequence, offset, trusted);
  }

  /** Of no request, and so of no practice. */
  private void record(
      List<? extends Event> happened, long firstVersion, boolean noted, Case cause) {
    record(happened, firstVersion, noted, cause, false);
  }

  private void record(
      List<? extends Event> happened,
      long firstVersion,
      boolean noted,
      Case cause,
      boolean isPractice) {
    memory.pass(cause.at());
    var sequence = lastSequence(cause.tenant());
    var version = firstVersion;
    for (var event : happened) {
      sequence++;
      var rules = OptionalLong.empty(); // nobody here asks under which rules it was decided
      var recorded = new Recorded(sequence, version, rules, cause.id(), event, isPractice);
      send(topics.events().get(partition), recorded, Flaw.EVENTS_OUTSIDE_THE_TRANSACTION, cause);
      version++;
    }
    given.put(cause.tenant(), sequence);
    var offset = noted ? cause.offset() : memory.appliedUpTo();
    change(new Change.OfProgress(cause.tenant().value(), mark(sequence, offset)), cause.producer());
  }

  private long lastSequence(TenantId tenant) {
    if (variant.has(Flaw.ONE_SEQUENCE_FOR_ALL)) {
      return memory.greatestSequence();
    }
    var stored = memory.sequenceOf(tenant);
    return variant.has(Flaw.SEQUENCE_OUTSIDE_THE_TRANSACTION)
        ? Math.max(stored, given.getOrDefault(tenant, 0L))
        : stored;
  }

  private <T> void send(Partition<T> to, T value, Flaw outside, Case cause) {
    if (variant.has(outside)) {
      to.append(value);
    } else {
      cause.producer().append(to, value);
    }
  }

  private void change(Change change, Producer producer) {
    memory.apply(change);
    producer.append(topics.changes().get(partition), change);
  }
}
