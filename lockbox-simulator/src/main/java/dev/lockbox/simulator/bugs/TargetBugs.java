package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.session.SessionDecider.decide;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.simulator.variant.SessionRulebook;
import dev.lockbox.simulator.variant.Variant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What goes wrong with what is told of a target. */
final class TargetBugs {
  private TargetBugs() {}

  static List<Bug> all() {
    return List.of(
        bug(
            "target-log-unflagged",
            "whatever a target's own log tells was done under a grant",
            telling(TargetBugs::unflagged)),
        bug(
            "target-log-counted-twice",
            "what a target's own log tells twice was done twice",
            forgetting(TargetBugs::isOfTheLog)),
        bug(
            "access-at-targets-told-twice",
            "what is told twice of access at a target is taken down twice",
            forgetting(TargetReport.class::isInstance)),
        bug(
            "ungranted-access-refused",
            "that a target lets somebody in is refused where nothing is granted",
            refusesWhatIsNotGranted()),
        bug(
            "ungranted-access-ends-sessions",
            "who was found to be let in elsewhere is put out of what they were granted",
            endsSessions()),
        bug(
            "set-up-or-not",
            "that access could not be set up is taken for that it was",
            telling(TargetBugs::setUp)));
  }

  private static Bug bug(String name, String description, SessionRulebook broken) {
    return new Bug(name, description, Variant.decidingOnSessions(broken));
  }

  /** What is told instead of an event. */
  private interface Instead {
    SessionEvent of(SessionEvent event);
  }

  private static SessionRulebook telling(Instead instead) {
    return (state, others, command, request, rules, at) ->
        decide(state, others, command, request, rules, at) instanceof Accepted<SessionEvent> yes
            ? new Accepted<>(yes.events().stream().map(instead::of).toList())
            : decide(state, others, command, request, rules, at);
  }

  private static SessionEvent unflagged(SessionEvent event) {
    return event instanceof ActionPerformed done && done.deed().witness() == Witness.TARGET_LOG
        ? new ActionPerformed(
            done.engineer(),
            done.at(),
            done.by(),
            done.about(),
            done.session(),
            done.deed(),
            Set.of(),
            done.granted(),
            done.rules(),
            done.idleBy())
        : event;
  }

  private static SessionEvent setUp(SessionEvent event) {
    return event instanceof AccessNotProvisioned not
        ? new AccessProvisioned(not.engineer(), not.at(), not.by(), not.request())
        : event;
  }

  private static boolean isOfTheLog(SessionCommand command) {
    return command instanceof ReportAction report && report.deed().witness() == Witness.TARGET_LOG;
  }

  /** Of what no attempt is remembered. */
  private interface Forgotten {
    boolean is(SessionCommand command);
  }

  private static SessionRulebook forgetting(Forgotten forgotten) {
    return (state, others, command, request, rules, at) ->
        decide(forgotten.is(command) ? untold(state) : state, others, command, request, rules, at);
  }

  private static Sessions untold(Sessions state) {
    return new Sessions(state.open(), state.grants(), state.barred(), Trail.EMPTY);
  }

  private static SessionRulebook refusesWhatIsNotGranted() {
    return (state, others, command, request, rules, at) ->
        command instanceof ReportUngranted && !(request instanceof Granted)
            ? refuse(Refusal.NOT_GRANTED, "nothing is granted")
            : decide(state, others, command, request, rules, at);
  }

  private static SessionRulebook endsSessions() {
    return (state, others, command, request, rules, at) ->
        decide(state, others, command, request, rules, at) instanceof Accepted<SessionEvent> yes
                && yes.events().getFirst() instanceof UngrantedAccessDetected found
            ? new Accepted<>(Stream.concat(Stream.of(found), ended(state, found)).toList())
            : decide(state, others, command, request, rules, at);
  }

  private static Stream<SessionEvent> ended(Sessions state, UngrantedAccessDetected found) {
    return state.open().values().stream()
        .map(
            session ->
                new SessionEnded(
                    found.engineer(),
                    found.at(),
                    Optional.of(found.by()),
                    session.id(),
                    session.request(),
                    SessionEnd.OUT_OF_GRANT));
  }
}
