package dev.lockbox.processor;

import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.CommandLogEntry;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.HeedPosture;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Tick;
import dev.lockbox.processor.fault.ClockAlarm;
import dev.lockbox.processor.fault.Faults;
import dev.lockbox.processor.fault.Quarantine;
import dev.lockbox.processor.store.Clock;
import dev.lockbox.processor.store.Progress;
import dev.lockbox.service.PatientReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Answers one command after the other, in the order of the log. State, events, sequence and offset
 * are written in one transaction, or none of them is.
 */
final class DecisionProcessor implements TaskProcessor.Work {
  private final ProcessorContext<byte[], byte[]> context;
  private final PatientReader<CommandLogEntry> commands;
  private final Progress progress;
  private final Clock clock;
  private final Judge judge;
  private final Ledger ledger;
  private final Freezer freezer;
  private final UsedUp usedUp;
  private final Quarantine quarantine;
  private final Alarms alarms;
  private final ProcessorMetrics metrics;

  /** What an operator is told of while it lasts. */
  record Alarms(Faults faults, ClockAlarm clock) {
    void forget(int partition) {
      faults.forget(partition);
      clock.forget(partition);
    }
  }

  DecisionProcessor(
      ProcessorContext<byte[], byte[]> context,
      PatientReader<CommandLogEntry> commands,
      Progress progress,
      Clock clock,
      Judge judge,
      Ledger ledger,
      Freezer freezer,
      UsedUp usedUp,
      Quarantine quarantine,
      Alarms alarms,
      ProcessorMetrics metrics) {
    this.context = context;
    this.commands = commands;
    this.progress = progress;
    this.clock = clock;
    this.judge = judge;
    this.ledger = ledger;
    this.freezer = freezer;
    this.usedUp = usedUp;
    this.quarantine = quarantine;
    this.alarms = alarms;
    this.metrics = metrics;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    var found = Inbound.found(context, record);
    if (progress.isReplay(found.offset())) {
      metrics.replayed(found.topic());
      return;
    }
    var at = clock.at(Instant.ofEpochMilli(found.timestampMillis()));
    try {
      switch (commands.read(found)) {
        case LoggedCommand logged -> answer(new Case(logged, found, at));
        case HeedPosture told -> heed(told, found, at);
        case Tick tick -> clock.tick(tick.host(), tick.shown(), at.appended(), found.offset());
      }
    } catch (Unreadable unreadable) {
      passBy(found, unreadable, at);
    }
    alarms.clock().says(found.partition(), clock.at(at.appended()).suspect());
  }

  @Override
  public void close() {
    alarms.forget(context.taskId().partition());
  }

  private void answer(Case asked) {
    var verdict = judge.on(asked.logged().command(), asked.at());
    write(verdict, asked);
    if (!(verdict instanceof Verdict.Attended)) {
      ledger.nobodyCame(asked);
    }
  }

  /** Nobody's: it asks nothing of any customer, and is noted as dealt with like that. */
  private void heed(HeedPosture told, Found found, Moment at) {
    judge
        .heeded(told.posture(), at)
        .ifPresent(
            heeded -> {
              ledger.heeded(heeded, told.id(), found, at);
              usedUp.after(heeded.ended(), found);
            });
    ledger.nobodys(found, at);
  }

  private void write(Verdict verdict, Case asked) {
    switch (verdict) {
      case Verdict.RequestMoved moved -> {
        moved.ended().ifPresent(ended -> ledger.sessions(ended, asked));
        ledger.request(moved.after(), moved.events(), asked);
        metrics.accepted();
        moved.events().forEach(metrics::happened);
      }
      case Verdict.TenantMoved moved -> {
        ledger.tenant(moved.after(), moved.events(), asked);
        metrics.accepted();
      }
      case Verdict.RequestFaulted faulted -> {
        faulted.ended().ifPresent(ended -> ledger.sessions(ended, asked));
        ledger.request(faulted.after(), List.of(faulted.event()), asked);
        alarms.faults().found(context.taskId().partition(), faulted.after().request());
      }
      case Verdict.GrantsMoved moved -> {
        freezer.moved(moved, asked.logged().id(), asked.found(), asked.at());
        metrics.accepted();
      }
      case Verdict.RolesMoved moved -> {
        ledger.roles(moved, asked);
        metrics.accepted();
      }
      case Verdict.ExclusionMoved moved -> {
        ledger.exclusion(moved, asked);
        metrics.accepted();
      }
      case Verdict.Attended moved -> {
        moved.each().forEach(one -> ledger.sessions(one, asked));
        usedUp.after(moved.each(), asked.found());
        metrics.accepted();
      }
      case Verdict.SaidNo no -> refuse(no, asked);
      case Verdict.Repeated again -> metrics.repeated();
      case Verdict.AlarmRefused alarm -> metrics.alarmRefused(alarm.refusal());
    }
  }

  /**
   * Whoever asked something of a faulted request is told no like anybody else; and since it may
   * have been a no that should have ended access, the operator gets the record itself.
   */
  private void refuse(Verdict.SaidNo no, Case asked) {
    ledger.refusal(no.event(), no.version(), asked);
    metrics.refused(no.event().refusal());
    if (no.event().refusal() == Refusal.REQUEST_FAULTED) {
      quarantine.put(
          asked.found(),
          Optional.of(no.event().tenant()),
          QuarantineCause.REQUEST_FAULTED,
          no.event().detail());
    }
  }

  /** It may have been a no, so nothing is granted any more until somebody has looked at it. */
  private void passBy(Found found, Unreadable unreadable, Moment at) {
    quarantine.put(
        found, Inbound.tenantIn(found), unreadable.why(), String.valueOf(unreadable.getMessage()));
    freezer.freeze(found, unreadable, at);
    ledger.nobodys(found, at);
  }
}
