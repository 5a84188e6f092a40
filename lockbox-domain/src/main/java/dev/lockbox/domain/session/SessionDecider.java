package dev.lockbox.domain.session;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static dev.lockbox.domain.decision.Refusal.GRANTS_FROZEN;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static dev.lockbox.domain.decision.Refusal.NOT_GRANTED;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_SESSION;
import static dev.lockbox.domain.decision.Refusal.OTHERS_GRANT;
import static dev.lockbox.domain.decision.Refusal.SESSION_LIMIT;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.OfAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
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
import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.time.Moment;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Says yes or no to a command about an engineer's sessions. Coming in, and staying in, need
 * everything, and so does leave to do something; what ends a session is always taken, and what was
 * done is taken down.
 */
public final class SessionDecider {
  private SessionDecider() {}

  /**
   * @param others of the same customer, as far as the command's device is theirs too
   * @param request the one that the command is about, as it stands; unopened where it is about none
   * @param rules of the tenant at the command's position in the log; empty when the tenant is not
   *     registered
   * @param at where the command stands on the log
   */
  public static Decision<SessionEvent> decide(
      Sessions state,
      Others others,
      SessionCommand command,
      AccessRequest request,
      Optional<SessionRules> rules,
      Moment at) {
    if (command instanceof EnforceSessions alarm) {
      return enforce(state, alarm, at);
    }
    var known = rules.orElse(null);
    if (known == null) {
      return refuse(UNKNOWN_TENANT, "tenant %s is not registered".formatted(command.tenant()));
    }
    return command
        .attempt()
        .flatMap(attempt -> state.trail().<SessionEvent>answerTo(attempt, command::content))
        .orElseGet(
            () -> unlessOpening(afresh(state, others, command, request, known, at), command, at));
  }

  private static Decision<SessionEvent> afresh(
      Sessions state,
      Others others,
      SessionCommand command,
      AccessRequest request,
      SessionRules rules,
      Moment at) {
    return switch (command) {
      case StartSession start -> start(state, others, start, request, rules, at);
      case NoteActivity active -> active(state, active, request, at);
      case OfAction told -> Deeds.decide(state, told, request, rules, at);
      case EndSession end -> end(state, end, at);
      case ReportDevice report -> device(state, others, report, at);
      case TargetReport report -> Targets.decide(report, at);
      case EnforceSessions alarm -> enforce(state, alarm, at);
    };
  }

  /**
   * Whatever command it would come of: nobody comes in, stays in longer or gets leave at such a
   * moment.
   */
  private static Decision<SessionEvent> unlessOpening(
      Decision<SessionEvent> decision, SessionCommand command, Moment at) {
    if (!(decision instanceof Accepted<SessionEvent> yes)
        || yes.events().stream().noneMatch(SessionDecider::opens)) {
      return decision;
    }
    if (at.suspect()) {
      return refuse(
          CLOCK_SUSPECT,
          "a session of %s was asked for at %s by a clock that cannot be trusted just now"
              .formatted(command.engineer(), at.appended()));
    }
    return at.frozen()
        ? refuse(
            GRANTS_FROZEN,
            "grants of customer %s are frozen until a record in quarantine is settled"
                .formatted(command.tenant()))
        : decision;
  }

  private static boolean opens(SessionEvent event) {
    return switch (event) {
      case SessionStarted started -> true;
      case SessionActive active -> true;
      case ActionAuthorised authorised -> true;
      case ActionPerformed performed -> false;
      case ActionDenied denied -> false;
      case SessionEnded ended -> false;
      case DevicePostureChanged changed -> false;
      case UseSummarised summarised -> false;
      case TargetEvent found -> false;
    };
  }

  private static Decision<SessionEvent> start(
      Sessions state,
      Others others,
      StartSession start,
      AccessRequest request,
      SessionRules rules,
      Moment at) {
    var grant = Deeds.live(request, at).orElse(null);
    if (grant == null) {
      return notGranted(start.request());
    }
    return isTheirs(grant, start)
        ? Entry.decide(state, others, start, grant, rules, at)
        : refuse(
            OTHERS_GRANT,
            "request %s grants nothing to %s"
                .formatted(start.request(), start.engineer().person()));
  }

  private static boolean isTheirs(Granted grant, StartSession start) {
    return Grant.isFor(grant, start.engineer().person());
  }

  private static Decision<SessionEvent> active(
      Sessions state, NoteActivity active, AccessRequest request, Moment at) {
    var session = find(state, active.session(), active.request());
    if (session.filter(one -> !one.isOver(at)).isEmpty()) {
      return noSuchSession(active.session(), active.request());
    }
    if (Deeds.live(request, at).isEmpty()) {
      return notGranted(active.request());
    }
    return accept(
        new SessionActive(
            active.engineer(),
            at.appended(),
            new Provenance(active.by(), active.content()),
            active.session(),
            active.request(),
            at.appended().plus(session.orElseThrow().idleAfter())));
  }

  private static Decision<SessionEvent> end(Sessions state, EndSession end, Moment at) {
    return find(state, end.session(), end.request())
        .<Decision<SessionEvent>>map(
            session ->
                new Accepted<>(
                    Ending.of(
                        state,
                        end.engineer(),
                        at,
                        new Provenance(end.by(), end.content()),
                        session::equals,
                        SessionEnd.SIGNED_OUT)))
        .orElseGet(() -> noSuchSession(end.session(), end.request()));
  }

  /**
   * What is known of a device already stays so, whoever says it again. With whomever it was found
   * wanting, everybody's sessions on it end.
   */
  private static Decision<SessionEvent> device(
      Sessions state, Others others, ReportDevice report, Moment at) {
    var isBarred = state.barred().contains(report.device());
    if (isBarred != report.compliant()) {
      return new Repeated<>(state.version());
    }
    if (report.compliant() && state.isEveryDeviceBarred()) {
      return refuse(
          SESSION_LIMIT,
          "so many devices of %s do not keep to what they must that none may be used any more"
              .formatted(report.engineer()));
    }
    var by = new Provenance(report.by(), report.content());
    var events = new ArrayList<SessionEvent>();
    events.add(
        new DevicePostureChanged(
            report.engineer(), at.appended(), by, report.device(), report.compliant()));
    if (!report.compliant()) {
      events.addAll(
          Ending.onDevice(state, report.engineer(), report.device(), Optional.of(by), at));
      others
          .sessions()
          .forEach(
              (engineer, sessions) ->
                  events.addAll(
                      Ending.onDevice(sessions, engineer, report.device(), Optional.empty(), at)));
    }
    return new Accepted<>(events);
  }

  private static Decision<SessionEvent> enforce(Sessions state, EnforceSessions alarm, Moment at) {
    var ended = Ending.ofOverdue(state, alarm.engineer(), at);
    return ended.isEmpty()
        ? refuse(NOT_DUE, "no session of %s has lasted too long".formatted(alarm.engineer()))
        : new Accepted<>(ended);
  }

  private static Optional<Session> find(Sessions state, SessionId session, RequestId request) {
    return Optional.ofNullable(state.open().get(session))
        .filter(one -> one.request().equals(request));
  }

  private static Decision<SessionEvent> noSuchSession(SessionId session, RequestId request) {
    return refuse(NO_SUCH_SESSION, "request %s has no open session %s".formatted(request, session));
  }

  private static Decision<SessionEvent> notGranted(RequestId request) {
    return refuse(NOT_GRANTED, "request %s grants nothing just now".formatted(request));
  }
}
