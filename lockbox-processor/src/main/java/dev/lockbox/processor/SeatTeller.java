package dev.lockbox.processor;

import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.gateway.SeatReport;
import dev.lockbox.domain.gateway.SeatReport.SeatAnswered;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.ActivityLogEntry;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.SeatNews;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.processor.publisher.OwnKeys;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells what decisions make of engineers' seats on gateways, in the transaction of the decision,
 * and signs it; {@link Seating} listens.
 */
final class SeatTeller {
  private final ProcessorContext<byte[], byte[]> context;
  private final Format<ActivityLogEntry> activity;
  private final OwnKeys keys;

  SeatTeller(
      ProcessorContext<byte[], byte[]> context, Format<ActivityLogEntry> activity, OwnKeys keys) {
    this.context = context;
    this.activity = activity;
    this.keys = keys;
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
    var publication =
        new Publication(activity.topic().name(), activity.key(news), activity.value(news));
    var headers = new RecordHeaders();
    keys.sign(publication).ifPresent(by -> headers.add(Headers.SIGNATURE, by.header()));
    context.forward(
        new Record<>(
            publication.key(), publication.value(), context.currentSystemTimeMs(), headers),
        LockboxTopology.SEATS);
  }
}
