package dev.lockbox.processor;

import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.processor.store.Deadlines;
import dev.lockbox.processor.store.Deadlines.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reminds the decider of deadlines that have passed, by appending {@code EnforceDeadline} to the
 * command log like anybody else. The clock here says only when to ask: whether it is time is
 * decided by the alarm's own append time, so an alarm that rings early, late or twice lets nothing
 * late through.
 */
final class AlarmProcessor implements TaskProcessor.Work {
  private final ProcessorContext<byte[], byte[]> context;
  private final Deadlines deadlines;
  private final TimerSettings timers;
  private final Format<LoggedCommand> commands;
  private final ProcessorMetrics metrics;
  private final ProcessorMetrics.OpenDeadlines open;
  private final Cancellable looks;

  AlarmProcessor(
      ProcessorContext<byte[], byte[]> context,
      Deadlines deadlines,
      TimerSettings timers,
      Format<LoggedCommand> commands,
      ProcessorMetrics metrics) {
    this.context = context;
    this.deadlines = deadlines;
    this.timers = timers;
    this.commands = commands;
    this.metrics = metrics;
    this.open = metrics.openDeadlines(context.taskId().partition());
    this.looks =
        context.schedule(
            timers.resolution(),
            PunctuationType.WALL_CLOCK_TIME,
            millis -> look(Instant.ofEpochMilli(millis)));
  }

  /** Records are the decider's; being fed by the same source keeps this in the decider's task. */
  @Override
  public void process(Record<byte[], byte[]> record) {}

  @Override
  public void close() {
    looks.cancel();
    open.close();
  }

  private void look(Instant now) {
    for (var due : deadlines.ring(now, timers.limitPerRing())) {
      ring(due, now);
    }
    open.are(deadlines.size());
  }

  private void ring(Due due, Instant now) {
    var id = new CommandId("alarm-" + UUID.randomUUID());
    var alarm = new LoggedCommand(id, new EnforceDeadline(due.request()));
    context.forward(
        new Record<>(commands.key(alarm), commands.value(alarm), now.toEpochMilli()),
        LockboxTopology.ALARMS);
    metrics.rung(Duration.between(due.at(), now));
  }
}
