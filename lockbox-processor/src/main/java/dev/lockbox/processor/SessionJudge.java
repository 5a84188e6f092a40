package dev.lockbox.processor;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.session.Ending;
import dev.lockbox.domain.session.Examined;
import dev.lockbox.domain.session.Others;
import dev.lockbox.domain.session.SessionDecider;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.events.message.SessionsSnapshot;
import dev.lockbox.processor.store.EngineerSessions;
import dev.lockbox.processor.store.Postures;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The part of {@link Judge} that is about engineers' sessions. Writes nothing. */
final class SessionJudge {
  private final EngineerSessions sessions;
  private final Postures postures;

  SessionJudge(EngineerSessions sessions, Postures postures) {
    this.sessions = sessions;
    this.postures = postures;
  }

  Decision<SessionEvent> decide(
      SessionCommand command, AccessRequest request, Optional<SessionRules> rules, Moment at) {
    var others = Others.of(command, () -> sessions.onDevices(command.tenant()), postures::isBarred);
    var state = sessions.find(command.engineer());
    return SessionDecider.decide(state, others, command, request, rules, at);
  }

  /** What is known of a device once this was told of it; empty where it changes nothing. */
  Optional<Verdict.Heeded> heeded(Posture told, Moment at) {
    return Examined.after(postures.find(told.device()), told)
        .map(
            known ->
                new Verdict.Heeded(
                    told.device(),
                    known,
                    known.compliant()
                        ? List.of()
                        : attended(Ending.onDevice(sessions.onDevices(), told.device(), at))
                            .each()));
  }

  /** Engineer by engineer, in the order in which they come. */
  Verdict.Attended attended(List<SessionEvent> events) {
    var each =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    SessionEvent::engineer, LinkedHashMap::new, Collectors.toList()));
    return new Verdict.Attended(
        each.entrySet().stream().map(one -> moved(one.getKey(), one.getValue())).toList());
  }

  private Verdict.SessionsMoved moved(EngineerId engineer, List<SessionEvent> events) {
    var before = sessions.find(engineer);
    var after = before;
    for (var event : events) {
      after = Sessions.evolve(after, event);
    }
    if (after.version() != before.version() + events.size()) {
      throw new ImpossibleHistory(before, events);
    }
    return new Verdict.SessionsMoved(before, new SessionsSnapshot(engineer, after), events);
  }

  /** What the end of a grant brings about; empty where none ends, or nothing was done under it. */
  Optional<Verdict.SessionsMoved> ended(
      RequestId request, AccessRequest before, AccessRequest after, Instant at) {
    if (!(before instanceof Granted grant) || after instanceof Granted) {
      return Optional.empty();
    }
    var engineer = new EngineerId(request.tenant(), grant.opening().asked().engineer());
    var events = Ending.ofGrant(sessions.find(engineer), engineer, request, grant.terms(), at);
    return events.isEmpty() ? Optional.empty() : Optional.of(moved(engineer, events));
  }
}
