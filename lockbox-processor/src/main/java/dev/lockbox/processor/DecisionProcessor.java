package dev.lockbox.processor;

import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.processor.fault.Faults;
import dev.lockbox.processor.fault.Quarantine;
import dev.lockbox.processor.store.Progress;
import dev.lockbox.service.PatientReader;
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
  private final PatientReader<LoggedCommand> commands;
  private final Progress progress;
  private final Judge judge;
  private final Ledger ledger;
  private final Quarantine quarantine;
  private final Faults faults;
  private final ProcessorMetrics metrics;

  DecisionProcessor(
      ProcessorContext<byte[], byte[]> context,
      PatientReader<LoggedCommand> commands,
      Progress progress,
      Judge judge,
      Ledger ledger,
      Quarantine quarantine,
      Faults faults,
      ProcessorMetrics metrics) {
    this.context = context;
    this.commands = commands;
    this.progress = progress;
    this.judge = judge;
    this.ledger = ledger;
    this.quarantine = quarantine;
    this.faults = faults;
    this.metrics = metrics;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    var found = Inbound.found(context, record);
    if (progress.isReplay(found.offset())) {
      metrics.replayed(found.topic());
      return;
    }
    try {
      answer(new Case(commands.read(found), found));
    } catch (Unreadable unreadable) {
      passBy(found, unreadable);
    }
  }

  @Override
  public void close() {
    faults.forget(context.taskId().partition());
  }

  private void answer(Case asked) {
    switch (judge.on(asked.logged().command(), asked.at())) {
      case Verdict.RequestMoved moved -> {
        ledger.request(moved.after(), moved.events(), asked);
        metrics.accepted();
      }
      case Verdict.TenantMoved moved -> {
        ledger.tenant(moved.after(), moved.events(), asked);
        metrics.accepted();
      }
      case Verdict.RequestFaulted faulted -> {
        ledger.request(faulted.after(), List.of(faulted.event()), asked);
        faults.found(context.taskId().partition(), faulted.after().request());
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

  private void passBy(Found found, Unreadable unreadable) {
    quarantine.put(
        found, Inbound.tenantIn(found), unreadable.why(), String.valueOf(unreadable.getMessage()));
    progress.appliedForNobody(found.offset());
  }
}
