package dev.lockbox.domain.session;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.time.Moment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes down what engineers did, and says what of it was outside of a grant. It happened, so none
 * of it is ever refused.
 */
final class Deeds {
  private Deeds() {}

  static Decision<SessionEvent> decide(
      Sessions state, ReportAction report, AccessRequest request, SessionRules rules, Moment at) {
    var by = new Provenance(report.by(), report.content());
    var session = openFor(state, report, at);
    var findings = findings(report, request, session, rules, at);
    var deed = report.deed();
    if (deed.prevented()) {
      return Decision.accept(
          new ActionDenied(
              report.engineer(),
              at.appended(),
              by,
              report.request(),
              report.session(),
              deed,
              findings));
    }
    var events = new ArrayList<SessionEvent>();
    events.add(
        new ActionPerformed(
            report.engineer(),
            at.appended(),
            by,
            report.request(),
            report.session(),
            deed,
            findings,
            live(request, at).flatMap(grant -> Grant.covering(grant, deed.resource())),
            session
                .filter(one -> findings.isEmpty() && !at.suspect() && !at.frozen())
                .map(one -> at.appended().plus(one.idleAfter()))));
    if (!findings.isEmpty() && rules.endedOutOfGrant()) {
      session.ifPresent(
          one ->
              events.addAll(
                  Ending.of(
                      state, report.engineer(), at, by, one::equals, SessionEnd.OUT_OF_GRANT)));
    }
    return new Decision.Accepted<>(events);
  }

  private static Set<Finding> findings(
      ReportAction report,
      AccessRequest request,
      Optional<Session> session,
      SessionRules rules,
      Moment at) {
    var findings = EnumSet.noneOf(Finding.class);
    if (request instanceof Unopened) {
      findings.add(Finding.NO_REQUEST);
    } else {
      live(request, at)
          .ifPresentOrElse(
              grant -> addWhatItDoesNotGrant(findings, report, grant),
              () -> findings.add(Finding.NOT_GRANTED));
    }
    if (at.frozen()) {
      findings.add(Finding.FROZEN);
    }
    if (session.isEmpty()
        && (report.session().isPresent() || report.deed().witness() == Witness.GATEWAY)) {
      findings.add(Finding.NO_SESSION);
    }
    var granted = live(request, at).map(grant -> grant.terms().actions()).orElse(List.of());
    report
        .deed()
        .command()
        .filter(command -> !rules.allows(session.map(Session::channel), command, granted))
        .ifPresent(command -> findings.add(Finding.COMMAND_NOT_ALLOWED));
    return findings;
  }

  private static void addWhatItDoesNotGrant(
      Set<Finding> findings, ReportAction report, Granted grant) {
    if (!Grant.isFor(grant, report.engineer().person())) {
      findings.add(Finding.OTHER_ENGINEER);
    }
    if (!grant.terms().actions().contains(report.deed().action())) {
      findings.add(Finding.ACTION_NOT_GRANTED);
    }
    if (Grant.covering(grant, report.deed().resource()).isEmpty()) {
      findings.add(Finding.RESOURCE_NOT_GRANTED);
    }
    if (!Grant.allows(grant, report.deed().action(), report.deed().arguments())) {
      findings.add(Finding.ARGUMENT_NOT_GRANTED);
    }
  }

  static Optional<Granted> live(AccessRequest request, Moment at) {
    return request instanceof Granted grant && !at.isPast(grant.accessUntil())
        ? Optional.of(grant)
        : Optional.empty();
  }

  /** The session it was done in, where that is open and under the request that was named. */
  private static Optional<Session> openFor(Sessions state, ReportAction report, Moment at) {
    return report
        .session()
        .flatMap(id -> Optional.ofNullable(state.open().get(id)))
        .filter(one -> !one.isOver(at))
        .filter(one -> report.request().filter(one.request()::equals).isPresent());
  }
}
