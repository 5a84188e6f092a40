package dev.lockbox.simulator.oracle;

import static dev.lockbox.simulator.oracle.Expected.EFFECT;
import static dev.lockbox.simulator.oracle.Expected.REFUSAL;
import static dev.lockbox.simulator.oracle.Expected.SILENCE;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be asked and told of engineers' sessions, from docs/sessions.md. Coming in and staying
 * in need everything; what ends a session is always taken, and what was done is taken down.
 */
final class Attending {
  private final Story story;

  Attending(Story story) {
    this.story = story;
  }

  Expected answerTo(SessionCommand asked, Optional<Expected> again, When when) {
    if (asked instanceof EnforceSessions alarm) {
      return new Attended(story, when).overdue(alarm.engineer()).isEmpty() ? SILENCE : EFFECT;
    }
    if (!story.now().isRegistered()) {
      return REFUSAL;
    }
    return again.orElseGet(() -> afresh(asked, when));
  }

  private Expected afresh(SessionCommand asked, When when) {
    if (asked instanceof ReportDevice report && isNoNews(report)) {
      return SILENCE;
    }
    return reasons(asked, when).isEmpty() ? EFFECT : REFUSAL;
  }

  private boolean isNoNews(ReportDevice report) {
    return story.visits(report.engineer().person()).isBarred(report.device()) != report.compliant();
  }

  /** All that stands against it. */
  Set<Refusal> reasons(SessionCommand asked, When when) {
    return switch (asked) {
      case StartSession start -> ofComingIn(start, when);
      case NoteActivity active -> ofStayingIn(active, when);
      case EndSession end ->
          isOpen(end, end.session(), end.request())
              ? Set.of()
              : EnumSet.of(Refusal.NO_SUCH_SESSION);
      case ReportAction report -> Set.of();
      case AuthoriseAction ask ->
          new Deeds(story, ask, when).findings().isEmpty() ? ofTheTime(when) : Set.of();
      case ReportDevice report -> Set.of();
      case TargetReport report -> Set.of();
      case EnforceSessions alarm -> Set.of();
    };
  }

  private Set<Refusal> ofComingIn(StartSession start, When when) {
    var request = start.request();
    if (!story.isLive(request, when)) {
      return EnumSet.of(Refusal.NOT_GRANTED);
    }
    var attended = new Attended(story, when);
    var visits = story.visits(start.engineer().person()).after(attended.overdue(start.engineer()));
    var reasons = ofTheTime(when);
    reasons.addAll(
        new Doorway(
                start,
                story.now().settings().policy().sessions(),
                story.agreed(request).terms(),
                story.isForOneUse(request),
                visits)
            .reasons());
    if (!story.engineer(request).equals(start.engineer().person())) {
      reasons.add(Refusal.OTHERS_GRANT);
    }
    if (start.connection().device().filter(device -> story.isBarred(device.id())).isPresent()) {
      reasons.add(Refusal.DEVICE_NOT_ALLOWED);
    }
    return reasons;
  }

  private Set<Refusal> ofStayingIn(NoteActivity active, When when) {
    var reasons = ofTheTime(when);
    var isThere =
        isOpen(active, active.session(), active.request())
            && !visit(active, active.session()).orElseThrow().isOver(when);
    if (!isThere) {
      reasons.add(Refusal.NO_SUCH_SESSION);
    }
    if (!story.isLive(active.request(), when)) {
      reasons.add(Refusal.NOT_GRANTED);
    }
    return reasons;
  }

  private Set<Refusal> ofTheTime(When when) {
    var reasons = EnumSet.noneOf(Refusal.class);
    if (when.suspect()) {
      reasons.add(Refusal.CLOCK_SUSPECT);
    }
    if (story.isFrozen()) {
      reasons.add(Refusal.GRANTS_FROZEN);
    }
    return reasons;
  }

  private boolean isOpen(SessionCommand asked, SessionId session, RequestId request) {
    return visit(asked, session)
        .filter(visit -> visit.began().request().equals(request))
        .isPresent();
  }

  private Optional<Visit> visit(SessionCommand asked, SessionId session) {
    return story.visits(asked.engineer().person()).open(session);
  }

  /** Whether what takes effect ends somebody's access. */
  boolean isEndOfAccess(Command command) {
    return command instanceof RequestCommand asked && story.hasAccess(asked.request());
  }

  /** What of sessions is told because of what takes effect. */
  List<SessionEvent> events(Command command, Fingerprint content, When when) {
    var attended = new Attended(story, when);
    if (isEndOfAccess(command)) {
      return attended.endOfGrant(command.about().orElseThrow());
    }
    return command instanceof SessionCommand asked ? attended.of(asked, content) : List.of();
  }
}
