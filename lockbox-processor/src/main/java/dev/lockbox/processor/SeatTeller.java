package dev.lockbox.processor;

import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.gateway.SeatReport;
import dev.lockbox.domain.gateway.SeatReport.SeatAnswered;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.ActivityLogEntry;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.SeatNews;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells what decisions make of engineers' seats on gateways, in the transaction of the decision;
 * {@link Seating} listens.
 */
final class SeatTeller {
  private final ProcessorContext<byte[], byte[]> context;
  private final Format<ActivityLogEntry> activity;

  SeatTeller(ProcessorContext<byte[], byte[]> context, Format<ActivityLogEntry> activity) {
    this.context = context;
    this.activity = activity;
  }

  void tell(List<SeatReport> reports) {
    reports.forEach(this::tell);
  }

  /** Nobody came in by this command: it was refused, is a repeated attempt, or met a fault. */
  void nobodyCame(LoggedCommand logged) {
    if (logged.command() instanceof StartSession start && start.takesSeat() && !start.seatTaken()) {
      tell(new SeatAnswered(start.engineer(), logged.id(), Optional.empty()));
    }
  }

  private void tell(SeatReport report) {
    var news = new SeatNews(report);
    context.forward(
        new Record<>(activity.key(news), activity.value(news), context.currentSystemTimeMs()),
        LockboxTopology.SEATS);
  }
}
