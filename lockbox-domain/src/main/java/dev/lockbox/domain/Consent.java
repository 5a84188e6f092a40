package dev.lockbox.domain;

import static dev.lockbox.domain.Decider.by;
import static dev.lockbox.domain.Refusals.alreadyApproved;
import static dev.lockbox.domain.Refusals.alreadyDecided;
import static dev.lockbox.domain.Refusals.deniedByRules;
import static dev.lockbox.domain.Refusals.editorMustWait;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.internalApprovalFirst;
import static dev.lockbox.domain.Refusals.noSuchRequest;
import static dev.lockbox.domain.Refusals.noWayInLeft;
import static dev.lockbox.domain.Refusals.notAnApprover;
import static dev.lockbox.domain.Refusals.outsideHours;
import static dev.lockbox.domain.Refusals.ownRequest;
import static dev.lockbox.domain.Refusals.staleVersion;
import static dev.lockbox.domain.Refusals.tooLate;
import static dev.lockbox.domain.Refusals.widerThanAsked;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestNarrowed;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** Whether an approver's yes counts, for what, and whether it suffices. */
final class Consent {
  private Consent() {}

  static Decision<RequestEvent> decide(
      AccessRequest state, Approve approve, ApprovalRules rules, Moment at) {
    var request = approve.request();
    var person = approve.by().actor();
    return switch (state) {
      case Unopened none -> noSuchRequest(request);
      case Evaluated evaluated -> internalApprovalFirst(request);
      case Passed passed -> internalApprovalFirst(request);
      case Scheduled scheduled -> alreadyDecided(request, "granted");
      case Granted granted -> alreadyDecided(request, "granted");
      case Closing closing -> alreadyDecided(request, closing.end().outcome().name());
      case Closed closed when closed.outcome() == Outcome.EXPIRED ->
          tooLate(
              request,
              closed.opened().map(Opening::decideBy).orElse(closed.closedAt()),
              at.appended());
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Faulted faulted -> faulted(request);
      case Pending pending when person.mayBe(pending.opening().asked().engineer()) ->
          ownRequest(request, person);
      case Pending pending when pending.approvals().hasYesOf(person) ->
          alreadyApproved(request, person);
      case Pending pending when !mayApprove(person, pending, rules) ->
          notAnApprover(request, person);
      case Pending pending when rules.mustWait(person, at.appended()) ->
          editorMustWait(request, person);
      case Pending pending when at.isSurelyPast(pending.decideBy()) ->
          tooLate(request, pending.decideBy(), at.effective());
      case Pending pending when !pending.isReadAt(approve.ifVersion()) ->
          staleVersion(request, pending.termsVersion(), approve.ifVersion());
      case Pending pending -> sayYes(pending, approve, rules, at.appended());
    };
  }

  private static Decision<RequestEvent> sayYes(
      Pending pending, Approve approve, ApprovalRules rules, Instant at) {
    var terms = approve.narrowing().map(less -> less.of(pending.terms())).orElse(pending.terms());
    if (!pending.terms().contain(terms)) {
      return widerThanAsked(approve.request(), pending.terms(), terms);
    }
    if (terms.conditions().leaveNoWayIn()) {
      return noWayInLeft(approve.request());
    }
    var unread = Reviewing.objection(pending, approve, at);
    if (unread.isPresent()) {
      return unread.get();
    }
    var signing = new Signing(pending, approve, rules, at);
    var objection = signing.objection();
    if (objection.isPresent()) {
      return objection.get();
    }
    var access = rules.settings().policy().access();
    var denied = access.firstDenial(terms.actions(), terms.resources());
    if (denied.isPresent()) {
      return deniedByRules(approve.request(), denied.get());
    }
    var begins = Start.of(pending.opening(), at).from(at);
    if (pending.approvals().needOneMore() && !access.mayBegin(begins)) {
      return outsideHours(approve.request(), begins);
    }
    var happened = new ArrayList<RequestEvent>();
    signing.happened().ifPresent(happened::add);
    if (!terms.contain(pending.terms())) {
      happened.add(new RequestNarrowed(approve.request(), at, by(approve), terms));
    }
    happened.add(yes(pending, approve, terms.accessFor(), at));
    return new Decision.Accepted<>(happened);
  }

  private static RequestEvent yes(
      Pending pending, Approve approve, Duration accessFor, Instant at) {
    var approvals = pending.approvals();
    if (!approvals.needOneMore()) {
      return new ApprovalGiven(
          approve.request(), at, by(approve), approve.reason(), approvals.current());
    }
    return pending.opening().isPractice()
        ? new PracticeCompleted(approve.request(), at, by(approve), approve.reason())
        : Start.of(pending.opening(), at)
            .granting(approve.request(), at, by(approve), approve.reason(), accessFor);
  }

  /** In the stage that is to be passed next, as the rules for it were settled at opening. */
  private static boolean mayApprove(PersonId person, Pending pending, ApprovalRules rules) {
    var opening = pending.opening();
    var approvals = pending.approvals();
    return !person.mayBeOneOf(opening.insiders())
        && rules.mayApprove(
            person,
            opening.asked().engineer(),
            pending.terms().resources(),
            approvals.stages().get(approvals.current()),
            approvals.mode());
  }
}
