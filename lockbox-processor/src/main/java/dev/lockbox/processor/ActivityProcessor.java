package dev.lockbox.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.Posture;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionCommand.Told;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.CommandLogEntry;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.HeedPosture;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.PostureFound;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.SeatNews;
import dev.lockbox.processor.fault.Allowance;
import dev.lockbox.processor.fault.Quarantine;
import dev.lockbox.processor.publisher.NotBelieved;
import dev.lockbox.processor.store.IntakeProgress;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Puts what gateways published on the command log, one command per record, as {@link
 * IntakeProcessor} does with what the JIT service publishes; what is about every customer, on each
 * of its partitions. Decides nothing, and freezes nobody: no customer speaks here.
 *
 * <p>Whoever asks for a session on a gateway must be met where the engineer's seats are kept. A
 * gateway may write by any partitioner, so what is met elsewhere is put there first.
 */
final class ActivityProcessor implements TaskProcessor.Work {
  private final ProcessorContext<byte[], byte[]> context;
  private final ActivityReader log;
  private final Seating seating;
  private final Format<Activity> activity;
  private final Format<LoggedCommand> commands;
  private final Format<CommandLogEntry> commandLog;
  private final Quarantine quarantine;
  private final Allowance allowance;
  private final IntakeProgress progress;
  private final ProcessorMetrics metrics;

  ActivityProcessor(
      ProcessorContext<byte[], byte[]> context,
      ActivityReader log,
      Seating seating,
      Format<Activity> activity,
      Format<LoggedCommand> commands,
      Format<CommandLogEntry> commandLog,
      Quarantine quarantine,
      Allowance allowance,
      IntakeProgress progress,
      ProcessorMetrics metrics) {
    this.context = context;
    this.log = log;
    this.seating = seating;
    this.activity = activity;
    this.commands = commands;
    this.commandLog = commandLog;
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
      take(found, record);
    } catch (Unreadable unreadable) {
      passBy(found, unreadable.why(), String.valueOf(unreadable.getMessage()));
    } catch (NotBelieved stranger) {
      passBy(found, stranger.why(), String.valueOf(stranger.getMessage()));
    }
    progress.applied(found.partition(), found.offset());
  }

  private void take(Found found, Record<byte[], byte[]> record) throws Unreadable, NotBelieved {
    var at = Instant.ofEpochMilli(found.timestampMillis());
    switch (log.read(found, record)) {
      case Activity read when isElsewheres(read.told(), found) -> move(found, record);
      case Activity read -> passOn(found, read.told(), at);
      case PostureFound posture -> tellEverybody(found, posture.posture(), at);
      case SeatNews news -> seating.heard(news.report(), at);
    }
  }

  private boolean isElsewheres(Told told, Found found) {
    return told instanceof StartSession start
        && start.takesSeat()
        && activity.partitionOf(start.engineer().person()) != found.partition();
  }

  /**
   * As it was found, signature and all, by which it is believed there too. Once is enough wherever
   * the topic is as it must be.
   */
  private void move(Found found, Record<byte[], byte[]> record) {
    if (record.headers().lastHeader(Headers.MOVED) != null) {
      passBy(
          found,
          QuarantineCause.WRONG_PARTITION,
          "it was moved to partition %s, where it does not belong either"
              .formatted(found.partition()));
      return;
    }
    var headers = new RecordHeaders();
    var from = Integer.toString(found.partition()).getBytes(UTF_8);
    headers.add(Headers.MOVED, from);
    Inbound.headers(record, Headers.SIGNATURE)
        .forEach(signature -> headers.add(Headers.SIGNATURE, signature));
    context.forward(
        new Record<>(record.key(), record.value(), context.currentSystemTimeMs(), headers),
        LockboxTopology.ACTIVITY_MOVED);
  }

  private void passOn(Found found, Told told, Instant at) {
    var name = nameOf(found);
    var command = new LoggedCommand(name, seating.seated(told, name, at));
    context.forward(
        new Record<>(commands.key(command), commands.value(command), context.currentSystemTimeMs()),
        LockboxTopology.ACTIVITY_COMMANDS);
  }

  /** No customer is named, so each of them hears of it: on every partition, or on none. */
  private void tellEverybody(Found found, Posture posture, Instant at) {
    var told = new HeedPosture(nameOf(found), posture.by(at));
    context.forward(
        new Record<>(commandLog.key(told), commandLog.value(told), context.currentSystemTimeMs()),
        LockboxTopology.ACTIVITY_POSTURES);
  }

  private void passBy(Found found, QuarantineCause why, String detail) {
    var quarantined = found.quarantined(why, detail, Optional.empty());
    quarantine.put(
        allowance.takes(found.timestampMillis()) ? quarantined : quarantined.withoutBytes());
  }

  /** Fresh for every record, and says which one. */
  private static CommandId nameOf(Found found) {
    return new CommandId("activity-%s-%s".formatted(found.partition(), found.offset()));
  }
}
