package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.session.Ending;
import dev.lockbox.domain.session.Examined;
import dev.lockbox.domain.session.Others;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Variant;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The part of {@link Judge} that is about engineers' sessions. Writes nothing. */
final class SessionJudge {
  private final Memory memory;
  private final Variant variant;

  SessionJudge(Memory memory, Variant variant) {
    this.memory = memory;
    this.variant = variant;
  }

  Decision<SessionEvent> decide(
      SessionCommand command, AccessRequest request, Optional<SessionRules> rules, Moment at) {
    var before = memory.sessionsOf(command.engineer());
    var others = Others.of(command, memory::sessions, memory::isBarred);
    return variant.sessionRules().decide(before, others, command, request, rules, at);
  }

  /** What is known of a device once this was told of it; empty where it changes nothing. */
  Optional<Verdict.Heeded> heeded(Posture told, Moment at) {
    var before = memory.postureOf(told.device());
    return Examined.after(variant.has(Flaw.ANY_POSTURE_COUNTS) ? Optional.empty() : before, told)
        .map(known -> new Verdict.Heeded(told.device(), known, ended(told, at)));
  }

  private List<Verdict.SessionsMoved> ended(Posture told, Moment at) {
    return told.compliant() || variant.has(Flaw.BARRED_EVERYWHERE_STAYS)
        ? List.of()
        : attended(Ending.onDevice(new TreeMap<>(memory.sessions()), told.device(), at)).each();
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
    var after = memory.sessionsOf(engineer);
    for (var event : events) {
      after = Sessions.evolve(after, event);
    }
    return new Verdict.SessionsMoved(engineer, after, events);
  }

  /** What the end of a grant brings about; empty where none ends, or nothing was done under it. */
  Optional<Verdict.SessionsMoved> ended(
      RequestId request, AccessRequest before, AccessRequest after, Instant at) {
    if (!(before instanceof Granted grant)
        || after instanceof Granted
        || variant.has(Flaw.SESSIONS_LEFT_BY_THEIR_GRANT)) {
      return Optional.empty();
    }
    var engineer = new EngineerId(request.tenant(), grant.opening().asked().engineer());
    var events = Ending.ofGrant(memory.sessionsOf(engineer), engineer, request, grant.terms(), at);
    return events.isEmpty() ? Optional.empty() : Optional.of(moved(engineer, events));
  }
}
