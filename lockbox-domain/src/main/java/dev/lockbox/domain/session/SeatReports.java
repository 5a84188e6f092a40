package dev.lockbox.domain.session;

import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.gateway.SeatReport;
import dev.lockbox.domain.gateway.SeatReport.SeatAnswered;
import dev.lockbox.domain.gateway.SeatReport.SeatLeft;
import dev.lockbox.domain.identity.CommandId;
import java.util.List;
import java.util.Optional;

/** What {@link Seats} are to be told of what happened in an engineer's sessions at a customer. */
public final class SeatReports {
  private SeatReports() {}

  /**
   * In the order of the events.
   *
   * @param before the engineer's sessions as they were
   * @param cause the command that brought the events about
   */
  public static List<SeatReport> of(Sessions before, List<SessionEvent> events, CommandId cause) {
    return events.stream().flatMap(event -> of(before, event, cause).stream()).toList();
  }

  private static Optional<SeatReport> of(Sessions before, SessionEvent event, CommandId cause) {
    return switch (event) {
      case SessionStarted began when began.target().isEmpty() ->
          Optional.of(new SeatAnswered(began.engineer(), cause, Optional.of(began.session())));
      case SessionEnded ended ->
          Optional.ofNullable(before.open().get(ended.session()))
              .filter(Session::isGateways)
              .map(gateway -> new SeatLeft(ended.engineer(), gateway.id()));
      case SessionStarted onTarget -> Optional.empty();
      case SessionActive active -> Optional.empty();
      case ActionAuthorised authorised -> Optional.empty();
      case ActionPerformed performed -> Optional.empty();
      case ActionDenied denied -> Optional.empty();
      case DevicePostureChanged changed -> Optional.empty();
      case UseSummarised summarised -> Optional.empty();
      case TargetEvent found -> Optional.empty();
    };
  }
}
