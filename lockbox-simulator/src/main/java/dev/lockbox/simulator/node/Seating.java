package dev.lockbox.simulator.node;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.gateway.SeatReport;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.session.Seats;
import dev.lockbox.simulator.node.Passed.Sitting;
import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Variant;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where engineers are on gateways, or ask to be, over all tenants. */
final class Seating {
  private final Map<PersonId, Seats> seats = new HashMap<>();
  private final Variant variant;
  private final Supplier<Instant> hostClock;

  Seating(Variant variant, Supplier<Instant> hostClock) {
    this.variant = variant;
    this.hostClock = hostClock;
  }

  void restore(Sitting sitting) {
    seats.put(sitting.engineer(), sitting.seats());
  }

  /** With what is known of the engineer's seat where the command takes one. */
  Command seated(Command command, Instant at) {
    return command instanceof StartSession start && isTaken(start, at)
        ? start.withSeatTaken()
        : command;
  }

  private boolean isTaken(StartSession start, Instant at) {
    return start.takesSeat()
        && !variant.has(Flaw.SEAT_PER_CUSTOMER)
        && known(start.engineer().person(), at).areTakenFor(start.tenant());
  }

  /** What a command that is passed on claims. */
  Optional<Sitting> claimed(CommandId claim, Command passed, Instant at) {
    return passed instanceof StartSession start && start.takesSeat() && !start.seatTaken()
        ? Optional.of(
            sitting(
                start.engineer().person(),
                known(start.engineer().person(), at).claimed(claim, start, at)))
        : Optional.empty();
  }

  Sitting heard(SeatReport report, Instant at) {
    var engineer = report.engineer().person();
    return sitting(engineer, known(engineer, at).after(report, at));
  }

  private Seats known(PersonId engineer, Instant at) {
    return seats.getOrDefault(engineer, Seats.NONE).at(at, hostClock.get());
  }

  private Sitting sitting(PersonId engineer, Seats now) {
    seats.put(engineer, now);
    return new Sitting(engineer, now);
  }
}
