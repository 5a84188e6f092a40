package dev.lockbox.processor;

import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.processor.fault.Allowance;
import dev.lockbox.processor.fault.Quarantine;
import dev.lockbox.processor.store.IntakeProgress;
import dev.lockbox.service.PatientReader;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Puts what gateways published on the command log, one command per record, as {@link
 * IntakeProcessor} does with what the JIT service publishes. Decides nothing, and freezes nobody:
 * no customer speaks here.
 */
final class ActivityProcessor implements TaskProcessor.Work {
  private final ProcessorContext<byte[], byte[]> context;
  private final PatientReader<Activity> activity;
  private final Format<LoggedCommand> commands;
  private final Quarantine quarantine;
  private final Allowance allowance;
  private final IntakeProgress progress;
  private final ProcessorMetrics metrics;

  ActivityProcessor(
      ProcessorContext<byte[], byte[]> context,
      PatientReader<Activity> activity,
      Format<LoggedCommand> commands,
      Quarantine quarantine,
      Allowance allowance,
      IntakeProgress progress,
      ProcessorMetrics metrics) {
    this.context = context;
    this.activity = activity;
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
      passOn(found, activity.read(found));
    } catch (Unreadable unreadable) {
      passBy(found, unreadable);
    }
    progress.applied(found.partition(), found.offset());
  }

  private void passOn(Found found, Activity read) {
    var command = new LoggedCommand(nameOf(found), read.told());
    context.forward(
        new Record<>(commands.key(command), commands.value(command), context.currentSystemTimeMs()),
        LockboxTopology.ACTIVITY_COMMANDS);
  }

  private void passBy(Found found, Unreadable unreadable) {
    var detail = String.valueOf(unreadable.getMessage());
    var quarantined = found.quarantined(unreadable.why(), detail, Optional.empty());
    quarantine.put(
        allowance.takes(found.timestampMillis()) ? quarantined : quarantined.withoutBytes());
  }

  /** Fresh for every record, and says which one. */
  private static CommandId nameOf(Found found) {
    return new CommandId("activity-%s-%s".formatted(found.partition(), found.offset()));
  }
}
