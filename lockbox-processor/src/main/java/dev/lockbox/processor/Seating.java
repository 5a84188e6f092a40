package dev.lockbox.processor;

import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionCommand.Told;
import dev.lockbox.domain.gateway.SeatReport;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.session.Seats;
import dev.lockbox.processor.store.EngineerSeats;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets an engineer ask for a session on a gateway at one customer at a time. Says of no command
 * what becomes of it: where the seat is taken elsewhere the command says so, and the customer's own
 * decision refuses it and is on its record.
 */
final class Seating {
  private static final Logger LOG = LoggerFactory.getLogger(Seating.class);

  private final EngineerSeats store;
  private final Supplier<Instant> host;
  private final ProcessorMetrics metrics;

  /**
   * @param host its clock, without which the log's takes nobody's seat away
   */
  Seating(EngineerSeats store, Supplier<Instant> host, ProcessorMetrics metrics) {
    this.store = store;
    this.host = host;
    this.metrics = metrics;
  }

  /**
   * What a gateway told, with what is known of the engineer's seat where it takes one; the seat is
   * claimed then.
   *
   * @param name under which it is passed on
   * @param at when the broker had it
   */
  Told seated(Told told, CommandId name, Instant at) {
    return told instanceof StartSession start && start.takesSeat() ? seated(start, name, at) : told;
  }

  private StartSession seated(StartSession start, CommandId name, Instant at) {
    var engineer = start.engineer().person();
    var seats = known(engineer, at);
    if (seats.areTakenFor(start.tenant())) {
      return start.withSeatTaken();
    }
    store.put(engineer, seats.claimed(name, start, at));
    return start;
  }

  /** A customer's decisions made this of it. */
  void heard(SeatReport report, Instant at) {
    var engineer = report.engineer().person();
    store.put(engineer, known(engineer, at).after(report, at));
  }

  private Seats known(PersonId engineer, Instant at) {
    var seats = store.find(engineer);
    var now = seats.at(at, host.get());
    var lapsed = seats.held().size() - now.held().size();
    if (lapsed > 0) {
      metrics.seatsLapsed(lapsed);
      LOG.error("Of {} seats on gateways of {} nothing was told for too long", lapsed, engineer);
    }
    return now;
  }
}
