package dev.lockbox.domain;

import static dev.lockbox.domain.Decider.by;
import static dev.lockbox.domain.Refusals.alreadyApproved;
import static dev.lockbox.domain.Refusals.alreadyDecided;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.noSuchRequest;
import static dev.lockbox.domain.Refusals.notAnApprover;
import static dev.lockbox.domain.Refusals.ownRequest;
import static dev.lockbox.domain.Refusals.staleVersion;
import static dev.lockbox.domain.Refusals.tooLate;
import static dev.lockbox.domain.decision.Decision.accept;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;

/**
 * The provider's own yes or no, before the customer is asked. Whoever says yes is neither the
 * engineer nor one of the customer's approvers: three different people, by their ids.
 */
final class InternalConsent {
  private InternalConsent() {}

  static Decision<RequestEvent> decide(
      AccessRequest state, EvaluationCommand command, ApprovalRules rules, Moment at) {
    return switch (command) {
      case ApproveInternally yes -> approve(state, yes, rules, at);
      case DenyInternally no -> deny(state, no, at.appended());
    };
  }

  private static Decision<RequestEvent> approve(
      AccessRequest state, ApproveInternally yes, ApprovalRules rules, Moment at) {
    var request = yes.request();
    var person = yes.by().actor();
    return switch (state) {
      case Unopened none -> noSuchRequest(request);
      case Passed passed -> alreadyDecided(request, "passed on");
      case Pending pending -> alreadyDecided(request, "passed on");
      case Scheduled scheduled -> alreadyDecided(request, "granted");
      case Granted granted -> alreadyDecided(request, "granted");
      case Closing closing -> alreadyDecided(request, closing.end().outcome().name());
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Faulted faulted -> faulted(request);
      case Evaluated evaluated when person.mayBe(evaluated.opening().asked().engineer()) ->
          ownRequest(request, person);
      case Evaluated evaluated when evaluated.approvals().hasYesOf(person) ->
          alreadyApproved(request, person);
      case Evaluated evaluated when !mayApprove(person, evaluated, rules, at.effective()) ->
          notAnApprover(request, person);
      case Evaluated evaluated when at.isSurelyPast(evaluated.opening().decideBy()) ->
          tooLate(request, evaluated.opening().decideBy(), at.effective());
      case Evaluated evaluated when !evaluated.isReadAt(yes.ifVersion()) ->
          staleVersion(request, 1, yes.ifVersion());
      case Evaluated evaluated -> sayYes(evaluated, yes, rules, at);
    };
  }

  private static Decision<RequestEvent> sayYes(
      Evaluated evaluated, ApproveInternally yes, ApprovalRules rules, Moment at) {
    var approvals = evaluated.approvals();
    var stage = approvals.current();
    if (!approvals.needOneMore()) {
      return accept(
          new InternalApprovalGiven(yes.request(), at.appended(), by(yes), yes.reason(), stage));
    }
    var last =
        new InternalApprovalGranted(yes.request(), at.appended(), by(yes), yes.reason(), stage);
    return Evaluator.behind(
        last,
        Admission.passOn(
            Passing.of(yes.request(), EvaluationFold.granted(evaluated, last), by(yes)),
            rules,
            at));
  }

  private static Decision<RequestEvent> deny(AccessRequest state, DenyInternally no, Instant at) {
    var request = no.request();
    var person = no.by().actor();
    return switch (state) {
      case Unopened none -> noSuchRequest(request);
      case Closing closing -> alreadyDecided(request, closing.end().outcome().name());
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Faulted faulted -> faulted(request);
      case Evaluated evaluated when isNamed(person, evaluated) -> accept(denied(no, at));
      case Passed passed when passed.opening().hasInternalYesOf(person) -> accept(denied(no, at));
      case Pending pending when pending.opening().hasInternalYesOf(person) ->
          accept(denied(no, at));
      case Scheduled scheduled when scheduled.opening().hasInternalYesOf(person) ->
          accept(denied(no, at));
      case Granted granted when granted.opening().hasInternalYesOf(person) ->
          accept(denied(no, at));
      case Evaluated evaluated -> notAnApprover(request, person);
      case Passed passed -> notAnApprover(request, person);
      case Pending pending -> notAnApprover(request, person);
      case Scheduled scheduled -> notAnApprover(request, person);
      case Granted granted -> notAnApprover(request, person);
    };
  }

  private static InternalApprovalDenied denied(DenyInternally no, Instant at) {
    return new InternalApprovalDenied(no.request(), at, by(no), no.reason());
  }

  /** In whichever stage, and however long ago they were it: a no needs no more. */
  private static boolean isNamed(PersonId person, Evaluated evaluated) {
    return evaluated.approvals().stages().stream()
        .anyMatch(stage -> stage.approvers().contains(person));
  }

  /**
   * Named in the stage that is to be passed next, still what they were named as, and no customer.
   */
  private static boolean mayApprove(
      PersonId person, Evaluated evaluated, ApprovalRules rules, Instant at) {
    var stage = evaluated.approvals().stages().get(evaluated.approvals().current());
    return stage.approvers().contains(person)
        && !isOfTheCustomer(person, evaluated.opening().asked(), rules)
        && isStill(person, stage, evaluated.opening(), at);
  }

  /** One of their approvers, by the registry or by a role that they gave for what is touched. */
  private static boolean isOfTheCustomer(PersonId person, Asked asked, ApprovalRules rules) {
    return person.mayBeOneOf(rules.approvers())
        || person.mayBeOneOf(rules.approversFor(asked.engineer(), asked.resources()));
  }

  private static boolean isStill(PersonId person, Stage stage, Opening opening, Instant at) {
    return opening
        .evaluation()
        .map(
            known ->
                new InternalStage(stage.group().orElseThrow(), stage.quorum())
                    .people(known.facts(), opening.asked().engineer(), at))
        .filter(people -> people.contains(person))
        .isPresent();
  }
}
