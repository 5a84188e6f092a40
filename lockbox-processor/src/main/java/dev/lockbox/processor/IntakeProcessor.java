package dev.lockbox.processor;

import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.fault.Allowance;
import dev.lockbox.processor.fault.Quarantine;
import dev.lockbox.processor.publisher.NotBelieved;
import dev.lockbox.processor.store.IntakeProgress;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what services published on the command log, one command per record. Decides nothing: the
 * clock starts when the broker appends the command, and a request published twice is recognised
 * there, by its producer and its id.
 */
final class IntakeProcessor implements TaskProcessor.Work {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeProcessor.class);

  /** Facts that make a command larger are left out; the topic takes twice as much. */
  private static final int COMMAND_BYTES_MAX = Topics.COMMANDS.recordBytesMax() / 2;

  private final ProcessorContext<byte[], byte[]> context;
  private final IntakeReader submissions;
  private final Informer informer;
  private final Format<LoggedCommand> commands;
  private final Quarantine quarantine;
  private final Allowance allowance;
  private final IntakeProgress progress;
  private final ProcessorMetrics metrics;

  IntakeProcessor(
      ProcessorContext<byte[], byte[]> context,
      IntakeReader submissions,
      Informer informer,
      Format<LoggedCommand> commands,
      Quarantine quarantine,
      Allowance allowance,
      IntakeProgress progress,
      ProcessorMetrics metrics) {
    this.context = context;
    this.submissions = submissions;
    this.informer = informer;
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
      submit(found, submissions.read(found, record));
    } catch (Unreadable unreadable) {
      passBy(found, unreadable.why(), unreadable);
    } catch (NotBelieved stranger) {
      passBy(found, stranger.why(), stranger);
    }
    progress.applied(found.partition(), found.offset());
  }

  /**
   * Freezes nobody: no customer speaks here, and whoever may publish could freeze them all. The
   * service that published it says it again.
   */
  private void passBy(Found found, QuarantineCause why, Exception trouble) {
    var detail = String.valueOf(trouble.getMessage());
    var quarantined = found.quarantined(why, detail, Optional.empty());
    quarantine.put(
        allowance.takes(found.timestampMillis()) ? quarantined : quarantined.withoutBytes());
  }

  private void submit(Found found, Submission submission) {
    var name = nameOf(found);
    var at = Instant.ofEpochMilli(found.timestampMillis());
    var informed = new LoggedCommand(name, informer.informed(submission.command(), at));
    var value = commands.value(informed);
    if (value.length > COMMAND_BYTES_MAX) {
      metrics.uninformed();
      LOG.error(
          "More is known of the engineer of {} than a record can hold: nothing is said of them",
          submission.command().request());
      var uninformed = new LoggedCommand(name, informer.uninformed(submission.command()));
      send(commands.key(uninformed), commands.value(uninformed));
    } else {
      send(commands.key(informed), value);
    }
  }

  private void send(byte[] key, byte[] value) {
    context.forward(
        new Record<>(key, value, context.currentSystemTimeMs()), LockboxTopology.INTAKE_COMMANDS);
  }

  /** Fresh for every record, and says which one. */
  private static CommandId nameOf(Found found) {
    return new CommandId("intake-%s-%s".formatted(found.partition(), found.offset()));
  }
}
