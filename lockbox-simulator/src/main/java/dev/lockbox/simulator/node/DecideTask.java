package dev.lockbox.simulator.node;

import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.log.Producer;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Quarantined;
import dev.lockbox.simulator.record.Written;
import dev.lockbox.simulator.variant.Flaw;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers one command after the other, and rings deadlines that have passed. */
final class DecideTask implements Task {
  private final Setting setting;
  private final int partition;
  private final Memory memory;
  private final Judge judge;
  private final Ledger ledger;
  private final Freezer freezer;
  private final UsedUp usedUp;
  private final SeatTeller seats;
  private final Decoded decoded;
  private final Deadlines<RequestId> deadlines;
  private final Deadlines<ExclusionId> acknowledgements;
  private final Deadlines<EngineerId> sessions;
  private final Deadlines<PersonId> memberships;
  private final Supplier<Instant> hostClock;
  private long position;
  private Instant latest = Instant.EPOCH;

  DecideTask(
      Setting setting,
      int partition,
      Memory memory,
      Survivors survivors,
      Supplier<Instant> hostClock,
      long position) {
    this.setting = setting;
    this.partition = partition;
    this.memory = memory;
    this.decoded = survivors.decoded(setting.variant());
    this.judge = new Judge(memory, setting, decoded);
    this.ledger =
        new Ledger(setting.topics(), partition, memory, setting.variant(), survivors.given());
    this.freezer = new Freezer(setting, partition, memory, judge, ledger);
    this.usedUp = new UsedUp(setting, partition, memory);
    this.seats = new SeatTeller(setting);
    this.deadlines = Deadlines.ofRequests(memory, setting.variant());
    this.acknowledgements = Deadlines.ofExclusions(memory, setting.variant());
    this.sessions = Deadlines.ofSessions(memory, setting.variant());
    this.memberships = Deadlines.ofMembers(memory, setting.variant());
    this.hostClock = hostClock;
    this.position = position;
  }

  static String name(int partition) {
    return "decide-" + partition;
  }

  Memory memory() {
    return memory;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void poll(int recordsMax, Producer producer) {
    for (var entry : read().stream().limit(recordsMax).toList()) {
      if (entry.offset() > memory.appliedUpTo() || has(Flaw.REPLAYS_ARE_DECIDED_AGAIN)) {
        process(entry, producer);
      }
      position = entry.offset() + 1;
    }
  }

  private List<Entry<Written>> read() {
    var commands = setting.topics().commands().get(partition);
    return has(Flaw.COMMANDS_READ_UNCOMMITTED)
        ? commands.uncommitted(position)
        : commands.committed(position);
  }

  private void process(Entry<Written> entry, Producer producer) {
    var at = moment(entry.at());
    switch (entry.value()) {
      case Written.Garbage garbage -> passBy(Quarantined.Cause.UNREADABLE, entry, at, producer);
      case Written.OfSeat stray -> passBy(Quarantined.Cause.UNREADABLE, entry, at, producer);
      case Written.OfDevice stray -> passBy(Quarantined.Cause.UNREADABLE, entry, at, producer);
      case Written.Heeded told -> heed(told, entry.offset(), at, producer);
      case Written.Readable asked when isMisplaced(asked.command()) ->
          passBy(Quarantined.Cause.MISPLACED, entry, at, producer);
      case Written.Readable asked -> answer(asked, entry.offset(), at, producer);
      case Written.Ticked tick ->
          ledger.tick(tick.host(), tick.shown(), entry.at(), entry.offset(), producer);
    }
  }

  private Moment moment(Instant appended) {
    if (has(Flaw.CLAMPED_WITHOUT_A_GUARD)) {
      latest = appended.isAfter(latest) ? appended : latest;
      return Moment.at(latest);
    }
    return memory.clock().at(has(Flaw.WALL_CLOCK_READ) ? hostClock.get() : appended);
  }

  private boolean isMisplaced(Command command) {
    return Places.partitionOf(command.tenant()) != partition && !has(Flaw.MISPLACED_DECIDED);
  }

  private void passBy(Quarantined.Cause why, Entry<Written> entry, Moment at, Producer producer) {
    if (!has(Flaw.POISON_SKIPPED)) {
      ledger.quarantine(why, entry.offset(), producer);
      freezer.freeze(entry, why, at, producer);
    }
    ledger.nobodys(entry.offset(), at, producer);
  }

  private void answer(Written.Readable asked, long offset, Moment at, Producer producer) {
    var command = asked.command();
    var cause = new Ledger.Case(asked.id(), command.tenant(), offset, at, producer);
    var met = met(command);
    var verdict = judge.on(command, at);
    setting.watcher().decided(met, command, Answers.nameOf(verdict));
    write(verdict, command, cause, at.appended());
    if (!(verdict instanceof Verdict.Attended)) {
      seats.nobodyCame(command, verdict, cause);
    }
  }

  /** Nobody's: it asks nothing of any tenant, and is noted as dealt with like that. */
  private void heed(Written.Heeded told, long offset, Moment at, Producer producer) {
    judge
        .heeded(told.posture(), at)
        .ifPresent(
            heeded -> {
              ledger.posture(heeded, producer);
              for (var moved : heeded.ended()) {
                var tenant = moved.engineer().tenant();
                write(moved, new Ledger.Case(told.id(), tenant, offset, at, producer));
              }
              usedUp.after(heeded.ended(), offset, producer);
            });
    ledger.nobodys(offset, at, producer);
  }

  private void write(Verdict verdict, Command command, Ledger.Case cause, Instant at) {
    switch (verdict) {
      case Verdict.RequestMoved moved -> {
        var key = judge.key(moved.request());
        var isLate = has(Flaw.SESSIONS_END_BEHIND_THEIR_GRANT);
        moved.ended().filter(ended -> !isLate).ifPresent(ended -> write(ended, cause));
        ledger.request(key, moved.request(), moved.after(), moved.events(), cause);
        moved.ended().filter(ended -> isLate).ifPresent(ended -> write(ended, cause));
        deadlines.move(key, Deadlines.of(moved.after(), setting.variant()));
      }
      case Verdict.Faulted faulted -> {
        var key = judge.key(faulted.request());
        faulted.ended().ifPresent(ended -> write(ended, cause));
        ledger.request(key, faulted.request(), faulted.after(), List.of(faulted.event()), cause);
        deadlines.move(key, Deadlines.of(faulted.after(), setting.variant()));
      }
      case Verdict.TenantMoved moved -> {
        ledger.tenant(moved.tenant(), moved.after(), moved.events(), cause);
        note(moved);
      }
      case Verdict.ExclusionMoved moved -> {
        ledger.exclusion(moved, cause);
        acknowledgements.move(moved.exclusion(), moved.after().deadline());
      }
      case Verdict.Attended moved -> {
        moved.each().forEach(one -> write(one, cause));
        usedUp.after(moved.each(), cause.offset(), cause.producer());
      }
      case Verdict.RolesMoved moved -> {
        ledger.roles(moved, cause);
        if (moved.after() instanceof Change.OfMember one) {
          memberships.move(one.person(), one.state().deadline());
        }
      }
      case Verdict.GrantsMoved moved -> ledger.grants(moved, cause);
      case Verdict.SaidNo no -> refuse(no, cause);
      case Verdict.Repeated again -> repeat(command, cause, at);
      case Verdict.AlarmRefused alarm -> refuseAlarm(command, cause, at);
    }
  }

  private void write(Verdict.SessionsMoved moved, Ledger.Case cause) {
    var before = memory.sessionsOf(moved.engineer());
    ledger.sessions(moved, cause);
    seats.moved(before, moved, cause);
    sessions.move(moved.engineer(), moved.after().deadline());
  }

  private void refuse(Verdict.SaidNo no, Ledger.Case cause) {
    ledger.refusal(no.event(), no.version(), cause);
    if (no.event().refusal() == Refusal.REQUEST_FAULTED
        && !has(Flaw.COMMANDS_ON_FAULTED_NOT_KEPT)) {
      ledger.quarantine(Quarantined.Cause.REQUEST_FAULTED, cause.offset(), cause.producer());
    }
  }

  private void repeat(Command command, Ledger.Case cause, Instant at) {
    if (has(Flaw.REPEATS_RECORDED)) {
      var attempt = command.attempt().orElseThrow();
      var refused =
          new CommandRefused(
              command.tenant(),
              command.about(),
              at,
              attempt,
              command.name(),
              Refusal.ALREADY_DECIDED,
              "repeated");
      ledger.again(refused, version(command.about()), cause);
    }
  }

  private void refuseAlarm(Command command, Ledger.Case cause, Instant at) {
    if (has(Flaw.EXPIRY_RECORDED_TWICE) && met(command).equals("Closed")) {
      var request = command.about().orElseThrow();
      ledger.again(new RequestExpired(request, at), version(command.about()) + 1, cause);
    }
  }

  private long version(Optional<RequestId> about) {
    return about
        .map(request -> memory.request(judge.key(request)))
        .filter(Kept.Readable.class::isInstance)
        .map(kept -> ((Kept.Readable) kept).state().version())
        .orElse(0L);
  }

  private String met(Command command) {
    if (command instanceof GrantsCommand) {
      return memory.isFrozen(command.tenant()) ? Watcher.FROZEN : Watcher.FREE;
    }
    if (command instanceof ExclusionCommand asked) {
      return memory.exclusion(asked.exclusion()).stage().name();
    }
    if (command instanceof RolesCommand asked) {
      return Answers.nameOf(memory.directoryOf(asked.tenant()), asked);
    }
    if (command instanceof SessionCommand asked) {
      return memory.sessionsOf(asked.engineer()).open().isEmpty()
          ? Watcher.OUTSIDE
          : Watcher.INSIDE;
    }
    return command
        .about()
        .map(request -> Answers.nameOf(memory.request(judge.key(request))))
        .orElseGet(() -> memory.tenant(command.tenant()).getClass().getSimpleName());
  }

  @Override
  public void look(Instant now) {
    acknowledgements.ring(now).forEach(exclusion -> ring(new EnforceExclusion(exclusion)));
    sessions.ring(now).forEach(engineer -> ring(new EnforceSessions(engineer)));
    deadlines.ring(now).forEach(request -> ring(new EnforceDeadline(request)));
    memberships.ring(now).forEach(one -> ring(new ExpireMemberships(Places.PROVIDER, one)));
  }

  private void ring(Command alarm) {
    var commands = setting.topics().commands().get(partition);
    var id = new CommandId("alarm-%s-%s".formatted(partition, commands.end()));
    commands.append(Written.Readable.of(id, alarm));
  }

  private void note(Verdict.TenantMoved moved) {
    if (has(Flaw.WITHDRAWN_KEYS_STAY_DECODED)
        && moved.events().stream().anyMatch(ApproverKeyWithdrawn.class::isInstance)) {
      decoded.putUnderTheSameRules(moved.tenant(), moved.after());
    } else {
      decoded.put(moved.tenant(), moved.after());
    }
  }

  private boolean has(Flaw flaw) {
    return setting.variant().has(flaw);
  }
}
