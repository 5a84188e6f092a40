package dev.lockbox.domain.session;

import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A session that is open.
 *
 * @param target empty for a session on the gateway itself
 * @param through the gateway session it goes through
 * @param idleAfter how long nothing may be done in it
 * @param idleBy from this instant on it is idle, unless something is done before
 * @param accessUntil when its grant ends by itself
 * @param endBy from this instant on it is over whatever is done; never after {@code accessUntil}
 */
public record Session(
    SessionId id,
    RequestId request,
    Optional<ResourceName> target,
    Optional<SessionId> through,
    Channel channel,
    Optional<DeviceId> device,
    Instant startedAt,
    Duration idleAfter,
    Instant idleBy,
    Instant accessUntil,
    Instant endBy) {

  static Session of(SessionStarted event) {
    return new Session(
        event.session(),
        event.request(),
        event.target(),
        event.through(),
        event.connection().channel(),
        event.connection().device().map(Device::id),
        event.at(),
        event.idleAfter(),
        event.at().plus(event.idleAfter()),
        event.accessUntil(),
        event.endBy());
  }

  /** The instant by which it has ended, unless something is done before. */
  public Instant deadline() {
    return idleBy.isBefore(endBy) ? idleBy : endBy;
  }

  boolean isOver(Moment at) {
    return at.isPast(deadline());
  }

  /** What ends it at its deadline. */
  SessionEnd end() {
    if (idleBy.isBefore(endBy)) {
      return SessionEnd.IDLE;
    }
    return endBy.isBefore(accessUntil) ? SessionEnd.MAX_AGE : SessionEnd.GRANT_ENDED;
  }

  /** Whether it is on a gateway itself, and so holds the engineer's seat. */
  boolean isGateways() {
    return target.isEmpty();
  }

  boolean isOn(DeviceId other) {
    return device.filter(other::equals).isPresent();
  }

  boolean isThrough(SessionId gateway) {
    return through.filter(gateway::equals).isPresent();
  }

  /** Something moved in it; a clock that went back takes nothing from it. */
  Session movedUntil(Instant until) {
    return new Session(
        id,
        request,
        target,
        through,
        channel,
        device,
        startedAt,
        idleAfter,
        until.isAfter(idleBy) ? until : idleBy,
        accessUntil,
        endBy);
  }

  /** How long it has lasted, or had to last at most. */
  Duration lasted(Instant until) {
    var end = until.isBefore(endBy) ? until : endBy;
    return end.isBefore(startedAt) ? Duration.ZERO : Duration.between(startedAt, end);
  }
}
