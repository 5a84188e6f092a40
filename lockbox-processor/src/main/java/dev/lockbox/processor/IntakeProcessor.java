package dev.lockbox.processor;

import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.Submission;
import dev.lockbox.processor.fault.Allowance;
import dev.lockbox.processor.fault.Quarantine;
import dev.lockbox.processor.store.IntakeProgress;
import dev.lockbox.service.PatientReader;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Puts what the JIT service published on the command log, one command per record. Decides nothing:
 * the clock starts when the broker appends the command, and a request published twice is recognised
 * there, by its producer and its id.
 */
final class IntakeProcessor implements TaskProcessor.Work {
  private final ProcessorContext<byte[], byte[]> context;
  private final PatientReader<Submission> submissions;
  private final Format<LoggedCommand> commands;
  private final Quarantine quarantine;
  private final Allowance allowance;
  private final IntakeProgress progress;
  private final ProcessorMetrics metrics;

  IntakeProcessor(
      ProcessorContext<byte[], byte[]> context,
      PatientReader<Submission> submissions,
      Format<LoggedCommand> commands,
      Quarantine quarantine,
      Allowance allowance,
      IntakeProgress progress,
      ProcessorMetrics metrics) {
    this.context = context;
    this.submissions = submissions;
    this.commands = commands;
    this.quarantine = quarantine;
    this.allowance = allowance;
    this.progress = progress;
    this.metrics = metrics;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    var found = Inbound.found(context, record);
    if (progress.isReplay(found.partition(), found.offset())) {
      metrics.replayed(found.topic());
      return;
    }
    try {
      submit(found, submissions.read(found));
    } catch (Unreadable unreadable) {
      passBy(found, unreadable);
    }
    progress.applied(found.partition(), found.offset());
  }

  /**
   * Freezes nobody: no customer speaks here, and whoever may publish could freeze them all. The
   * service that published it says it again.
   */
  private void passBy(Found found, Unreadable unreadable) {
    var detail = String.valueOf(unreadable.getMessage());
    var quarantined = found.quarantined(unreadable.why(), detail, Optional.empty());
    quarantine.put(
        allowance.takes(found.timestampMillis()) ? quarantined : quarantined.withoutBytes());
  }

  private void submit(Found found, Submission submission) {
    var command = new LoggedCommand(nameOf(found), submission.command());
    context.forward(
        new Record<>(commands.key(command), commands.value(command), context.currentSystemTimeMs()),
        LockboxTopology.INTAKE_COMMANDS);
  }

  /** Fresh for every record, and says which one. */
  private static CommandId nameOf(Found found) {
    return new CommandId("intake-%s-%s".formatted(found.partition(), found.offset()));
  }
}
