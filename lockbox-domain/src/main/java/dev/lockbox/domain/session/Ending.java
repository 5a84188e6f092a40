package dev.lockbox.domain.session;

import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which sessions end, and with what. A session on a target ends with the gateway session. */
public final class Ending {
  private Ending() {}

  /**
   * What comes of the end of a grant, in the moment in which it ends: its sessions end, and if
   * anything was done under it, there is a summary. Nothing may keep that from happening.
   *
   * @param granted what the grant opened until then
   */
  public static List<SessionEvent> ofGrant(
      Sessions state, EngineerId engineer, RequestId request, Terms granted, Instant at) {
    var events = new ArrayList<SessionEvent>();
    events.addAll(
        of(
            state,
            engineer,
            at,
            Optional.empty(),
            session ->
                session.request().equals(request)
                    ? Optional.of(SessionEnd.GRANT_ENDED)
                    : Optional.empty()));
    if (state.grants().containsKey(request)) {
      var after = state;
      for (var event : events) {
        after = Sessions.evolve(after, event);
      }
      events.add(summary(after.useOf(request), engineer, request, granted, at));
    }
    return events;
  }

  private static UseSummarised summary(
      GrantUse use, EngineerId engineer, RequestId request, Terms granted, Instant at) {
    var usage = use.usage();
    return new UseSummarised(
        engineer,
        at,
        request,
        usage,
        granted.actions().stream()
            .filter(action -> !usage.performed().containsKey(action))
            .toList(),
        granted.resources().stream()
            .filter(resource -> !usage.resources().contains(resource))
            .toList());
  }

  /** Of sessions whose time is up. */
  static List<SessionEvent> ofOverdue(Sessions state, EngineerId engineer, Moment at) {
    return of(
        state,
        engineer,
        at.appended(),
        Optional.empty(),
        session -> session.isOver(at) ? Optional.of(session.end()) : Optional.empty());
  }

  /**
   * Of those on a device that was found wanting.
   *
   * @param by who told it of this engineer; empty where it was found wanting with somebody else
   */
  static List<SessionEvent> onDevice(
      Sessions state, EngineerId engineer, DeviceId device, Optional<Provenance> by, Moment at) {
    return of(
        state,
        engineer,
        at.appended(),
        by,
        session ->
            session.isOn(device) ? Optional.of(SessionEnd.DEVICE_NOT_COMPLIANT) : Optional.empty());
  }

  /**
   * Of all that are on a device that was found wanting, whoever's and at whichever customer.
   *
   * @param all whose sessions may be on it, with those whose are not
   */
  public static List<SessionEvent> onDevice(
      SortedMap<EngineerId, Sessions> all, DeviceId device, Moment at) {
    return all.entrySet().stream()
        .flatMap(
            one -> onDevice(one.getValue(), one.getKey(), device, Optional.empty(), at).stream())
        .toList();
  }

  /** Of those that meet a condition, for one cause. */
  static List<SessionEvent> of(
      Sessions state,
      EngineerId engineer,
      Moment at,
      Provenance by,
      Predicate<Session> which,
      SessionEnd cause) {
    return of(
        state,
        engineer,
        at.appended(),
        Optional.of(by),
        session -> which.test(session) ? Optional.of(cause) : Optional.empty());
  }

  private static List<SessionEvent> of(
      Sessions state,
      EngineerId engineer,
      Instant at,
      Optional<Provenance> by,
      Function<Session, Optional<SessionEnd>> causes) {
    return state.open().values().stream()
        .flatMap(
            session ->
                cause(state, session, causes).stream()
                    .map(
                        cause ->
                            (SessionEvent)
                                new SessionEnded(
                                    engineer, at, by, session.id(), session.request(), cause)))
        .toList();
  }

  private static Optional<SessionEnd> cause(
      Sessions state, Session session, Function<Session, Optional<SessionEnd>> causes) {
    return causes
        .apply(session)
        .or(
            () ->
                session
                    .through()
                    .flatMap(gateway -> Optional.ofNullable(state.open().get(gateway)))
                    .flatMap(causes::apply)
                    .map(ended -> SessionEnd.GATEWAY_ENDED));
  }
}
