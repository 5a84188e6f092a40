package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SessionParts.fromUsage;
import static dev.lockbox.events.codec.SessionParts.resource;
import static dev.lockbox.events.codec.SessionParts.session;
import static dev.lockbox.events.codec.SessionParts.text;
import static dev.lockbox.events.codec.SessionParts.texts;
import static dev.lockbox.events.codec.SessionParts.wireUsage;
import static dev.lockbox.events.codec.SharedMapping.fromTrail;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.session.GrantUse;
import dev.lockbox.domain.session.Session;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.events.message.SessionsSnapshot;
import dev.lockbox.wire.state.OpenSession;
import dev.lockbox.wire.state.SessionState;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps an engineer's sessions; see {@link Stored}. */
final class StoredSessions implements Stored<SessionsSnapshot> {
  static {
    AvroTrust.establish();
  }

  @Override
  public byte[] toBytes(SessionsSnapshot snapshot) {
    var state = snapshot.state();
    return SingleObject.encode(
        SessionState.getEncoder(),
        new SessionState(
            snapshot.engineer().tenant().value(),
            snapshot.engineer().person().value(),
            state.version(),
            state.open().values().stream().map(StoredSessions::toWire).toList(),
            state.grants().entrySet().stream()
                .map(
                    one ->
                        new dev.lockbox.wire.state.GrantUse(
                            one.getKey().value(),
                            wireUsage(one.getValue().usage()),
                            texts(one.getValue().sessions())))
                .toList(),
            texts(state.barred()),
            wire(state.trail())));
  }

  @Override
  public SessionsSnapshot fromBytes(byte[] bytes) {
    return SingleObject.decode(SessionState.getDecoder(), bytes, StoredSessions::fromWire);
  }

  private static OpenSession toWire(Session session) {
    return new OpenSession(
        session.id().value(),
        session.request().value(),
        text(session.target()),
        text(session.through()),
        dev.lockbox.wire.shared.Channel.valueOf(session.channel().name()),
        text(session.device()),
        session.startedAt(),
        session.idleAfter().toMillis(),
        session.idleBy(),
        session.accessUntil(),
        session.endBy());
  }

  private static SessionsSnapshot fromWire(SessionState wire) {
    var tenant = new TenantId(wire.getTenant());
    var open = new TreeMap<SessionId, Session>();
    wire.getOpen().stream()
        .map(one -> fromWire(tenant, one))
        .forEach(session -> open.put(session.id(), session));
    var grants = new TreeMap<RequestId, GrantUse>();
    wire.getGrants()
        .forEach(one -> grants.put(new RequestId(tenant, one.getRequestId()), fromWire(one)));
    var barred = new TreeSet<DeviceId>();
    wire.getBarred().forEach(one -> barred.add(new DeviceId(one)));
    return new SessionsSnapshot(
        new EngineerId(tenant, new PersonId(wire.getEngineer())),
        new Sessions(open, grants, barred, fromTrail(wire.getVersion(), wire.getAccepted())));
  }

  private static Session fromWire(TenantId tenant, OpenSession wire) {
    return new Session(
        new SessionId(wire.getSessionId()),
        new RequestId(tenant, wire.getRequestId()),
        resource(wire.getTarget()),
        session(wire.getThrough()),
        Channel.valueOf(wire.getChannel().name()),
        Optional.ofNullable(wire.getDeviceId()).map(DeviceId::new),
        wire.getStartedAt(),
        Duration.ofMillis(wire.getIdleAfterMillis()),
        wire.getIdleBy(),
        wire.getAccessUntil(),
        wire.getEndBy());
  }

  private static GrantUse fromWire(dev.lockbox.wire.state.GrantUse wire) {
    var sessions = new TreeSet<SessionId>();
    wire.getSessions().forEach(one -> sessions.add(new SessionId(one)));
    return new GrantUse(fromUsage(wire.getUsage()), sessions);
  }
}
