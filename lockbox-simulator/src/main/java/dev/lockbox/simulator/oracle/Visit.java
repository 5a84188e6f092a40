package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody is in.
 *
 * @param idleBy from then on nothing has moved for too long
 */
record Visit(SessionStarted began, Instant idleBy) {
  static Visit of(SessionStarted began) {
    return new Visit(began, began.at().plus(began.idleAfter()));
  }

  /** Something moved; never takes anything back. */
  Visit movedUntil(Instant until) {
    return new Visit(began, until.isAfter(idleBy) ? until : idleBy);
  }

  boolean isOver(When when) {
    return !when.isBefore(idleBy) || !when.isBefore(began.endBy());
  }

  SessionEnd end() {
    if (idleBy.isBefore(began.endBy())) {
      return SessionEnd.IDLE;
    }
    return began.endBy().isBefore(began.accessUntil())
        ? SessionEnd.MAX_AGE
        : SessionEnd.GRANT_ENDED;
  }

  boolean isThrough(SessionId gateway) {
    return began.through().equals(Optional.of(gateway));
  }

  boolean isOn(DeviceId device) {
    return began.connection().device().map(Device::id).equals(Optional.of(device));
  }

  /** How long it lasted; never longer than it could. */
  Duration lasted(Instant until) {
    var end = until.isBefore(began.endBy()) ? until : began.endBy();
    var lasted = Duration.between(began.at(), end);
    return lasted.isNegative() ? Duration.ZERO : lasted;
  }
}
