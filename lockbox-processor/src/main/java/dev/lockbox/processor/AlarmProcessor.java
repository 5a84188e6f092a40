package dev.lockbox.processor;

import dev.lockbox.processor.store.Deadlines;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reminds the decider of deadlines that have passed, by appending {@code EnforceDeadline} and its
 * like to the command log like anybody else. What Kafka does not take is rung again. The clock here
 * says only when to ask: whether it is time is decided by the alarm's own append time, so an alarm
 * that rings early, late or twice lets nothing late through.
 */
final class AlarmProcessor implements TaskProcessor.Work {
  private final Deadlines deadlines;
  private final TimerSettings timers;
  private final AlarmLog alarms;
  private final ProcessorMetrics metrics;
  private final ProcessorMetrics.OpenDeadlines open;
  private final Cancellable looks;

  AlarmProcessor(
      ProcessorContext<byte[], byte[]> context,
      Deadlines deadlines,
      TimerSettings timers,
      AlarmLog alarms,
      ProcessorMetrics metrics) {
    this.deadlines = deadlines;
    this.timers = timers;
    this.alarms = alarms;
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
    open.are(deadlines.size());
    var due = deadlines.ring(now, timers.unansweredMax());
    alarms.append(due.stream().map(Deadlines.Due::alarm).toList());
    due.forEach(one -> metrics.rung(Duration.between(one.at(), now)));
  }
}
