package dev.lockbox.domain.session;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionCommand.OfAction;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.Typing;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts what engineers did, or want to do, beside what was granted. What they did happened, so none
 * of it is ever refused; what they want to do they may where nothing speaks against it.
 */
final class Deeds {
  private Deeds() {}

  static Decision<SessionEvent> decide(
      Sessions state, OfAction told, AccessRequest request, SessionRules rules, Moment at) {
    var session = openFor(state, told, at);
    var typing = typing(told, request, session, rules, at);
    var findings = findings(told, request, session, typing, at);
    var by = typing.rules();
    var granted = live(request, at).flatMap(grant -> Grant.covering(grant, told.deed().resource()));
    return switch (told) {
      case ReportAction report when report.deed().prevented() ->
          Decision.accept(denied(report, report.deed(), findings, by, at));
      case ReportAction report -> {
        var events = new ArrayList<SessionEvent>();
        events.add(performed(report, session, findings, granted, by, at));
        if (!findings.isEmpty() && rules.endedOutOfGrant()) {
          session.ifPresent(one -> events.addAll(outOfGrant(state, report, one, at)));
        }
        yield new Decision.Accepted<>(events);
      }
      case AuthoriseAction ask when findings.isEmpty() ->
          Decision.accept(
              authorised(ask, session.orElseThrow(), granted.orElseThrow(), by, at.appended()));
      case AuthoriseAction ask -> Decision.accept(denied(ask, ask.deed().kept(), findings, by, at));
    };
  }

  private static ActionDenied denied(
      OfAction told, Deed deed, Set<Finding> findings, List<Code> rules, Moment at) {
    return new ActionDenied(
        told.engineer(),
        at.appended(),
        new Provenance(told.by(), told.content()),
        told.request(),
        told.session(),
        deed,
        findings,
        rules);
  }

  /** What nothing speaks against is under a grant and in a session. */
  private static ActionAuthorised authorised(
      AuthoriseAction ask, Session session, ResourceName granted, List<Code> rules, Instant at) {
    return new ActionAuthorised(
        ask.engineer(),
        at,
        new Provenance(ask.by(), ask.content()),
        session.request(),
        session.id(),
        ask.deed(),
        granted,
        rules,
        at.plus(session.idleAfter()));
  }

  private static ActionPerformed performed(
      ReportAction report,
      Optional<Session> session,
      Set<Finding> findings,
      Optional<ResourceName> granted,
      List<Code> rules,
      Moment at) {
    return new ActionPerformed(
        report.engineer(),
        at.appended(),
        new Provenance(report.by(), report.content()),
        report.request(),
        report.session(),
        report.deed(),
        findings,
        granted,
        rules,
        session
            .filter(one -> findings.isEmpty() && !at.suspect() && !at.frozen())
            .map(one -> at.appended().plus(one.idleAfter())));
  }

  private static List<SessionEvent> outOfGrant(
      Sessions state, ReportAction report, Session session, Moment at) {
    var by = new Provenance(report.by(), report.content());
    return Ending.of(state, report.engineer(), at, by, session::equals, SessionEnd.OUT_OF_GRANT);
  }

  private static Typing typing(
      OfAction told,
      AccessRequest request,
      Optional<Session> session,
      SessionRules rules,
      Moment at) {
    var granted = live(request, at).map(grant -> grant.terms().actions()).orElse(List.of());
    return told.deed()
        .command()
        .map(command -> rules.typing(session.map(Session::channel), command, granted))
        .orElse(Typing.ANYTHING);
  }

  private static Set<Finding> findings(
      OfAction told, AccessRequest request, Optional<Session> session, Typing typing, Moment at) {
    var findings = EnumSet.noneOf(Finding.class);
    if (request instanceof Unopened) {
      findings.add(Finding.NO_REQUEST);
    } else {
      live(request, at)
          .ifPresentOrElse(
              grant -> findings.addAll(Grant.beyond(grant, told.engineer().person(), told.deed())),
              () -> findings.add(Finding.NOT_GRANTED));
    }
    if (at.frozen()) {
      findings.add(Finding.FROZEN);
    }
    if (session.isEmpty()
        && (told.session().isPresent() || told.deed().witness() == Witness.GATEWAY)) {
      findings.add(Finding.NO_SESSION);
    }
    if (!typing.isAllowed()) {
      findings.add(Finding.COMMAND_NOT_ALLOWED);
    }
    return findings;
  }

  static Optional<Granted> live(AccessRequest request, Moment at) {
    return request instanceof Granted grant && !at.isPast(grant.accessUntil())
        ? Optional.of(grant)
        : Optional.empty();
  }

  /** The session it is done in, where that is open and under the request that was named. */
  private static Optional<Session> openFor(Sessions state, OfAction told, Moment at) {
    return told.session()
        .flatMap(id -> Optional.ofNullable(state.open().get(id)))
        .filter(one -> !one.isOver(at))
        .filter(one -> told.request().filter(one.request()::equals).isPresent());
  }
}
