package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Access that is asked for a later time (ADR 24). */
final class Later {
  private static final Duration AHEAD_MAX = Duration.ofDays(90);

  private Later() {}

  /** When access is to begin that is granted at this time; empty for at once. */
  static Optional<Instant> start(OpenRequest open, Instant granted) {
    return open.details().startAt().filter(start -> start.isAfter(granted));
  }

  static Instant begins(OpenRequest open, Instant granted) {
    return start(open, granted).orElse(granted);
  }

  static boolean isTooFar(OpenRequest open, When when) {
    return open.details()
        .startAt()
        .filter(start -> Duration.between(when.appended(), start).compareTo(AHEAD_MAX) > 0)
        .isPresent();
  }

  /** Whether it grants access for that long, from the later start on where one was asked for. */
  static boolean isGrant(Event event, OpenRequest open, Duration accessFor) {
    var start = start(open, event.at());
    return start.isPresent()
        ? isPutOff(event, start.get(), accessFor)
        : event instanceof RequestApproved grant
            && grant.accessUntil().equals(grant.at().plus(accessFor));
  }

  static boolean isPutOff(Event event, Instant start, Duration accessFor) {
    return event instanceof AccessScheduled later
        && later.startsAt().equals(start)
        && later.accessUntil().equals(start.plus(accessFor));
  }
}
