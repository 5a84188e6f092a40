package dev.lockbox.simulator.node;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.gateway.SeatReport;
import dev.lockbox.domain.gateway.SeatReport.SeatAnswered;
import dev.lockbox.domain.gateway.SeatReport.SeatLeft;
import dev.lockbox.domain.session.SeatReports;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.simulator.record.Written;
import dev.lockbox.simulator.variant.Flaw;
import java.util.Optional;

/** Tells intake what decisions make of engineers' seats, in the transaction of the decision. */
final class SeatTeller {
  private final Setting setting;

  SeatTeller(Setting setting) {
    this.setting = setting;
  }

  void moved(Sessions before, Verdict.SessionsMoved moved, Ledger.Case cause) {
    SeatReports.of(before, moved.events(), cause.id()).stream()
        .filter(report -> !(report instanceof SeatLeft) || !has(Flaw.SEAT_NEVER_GIVEN_BACK))
        .forEach(report -> tell(report, cause));
  }

  /** Nobody came in by this command. */
  void nobodyCame(Command command, Verdict verdict, Ledger.Case cause) {
    if (!(command instanceof StartSession start) || !start.takesSeat() || start.seatTaken()) {
      return;
    }
    tell(new SeatAnswered(start.engineer(), cause.id(), Optional.empty()), cause);
    if (verdict instanceof Verdict.Repeated && has(Flaw.SEAT_FREED_BY_A_REPEAT)) {
      tell(new SeatLeft(start.engineer(), start.session()), cause);
    }
  }

  private void tell(SeatReport report, Ledger.Case cause) {
    var told = new Written.OfSeat(report);
    if (has(Flaw.SEATS_TOLD_OUTSIDE_THE_TRANSACTION)) {
      setting.topics().requests().append(told);
    } else {
      cause.producer().append(setting.topics().requests(), told);
    }
  }

  private boolean has(Flaw flaw) {
    return setting.variant().has(flaw);
  }
}
