package dev.lockbox.domain;

import static dev.lockbox.domain.Decider.by;
import static dev.lockbox.domain.Refusals.accessNotPositive;
import static dev.lockbox.domain.Refusals.accessTooLong;
import static dev.lockbox.domain.Refusals.alreadyOpened;
import static dev.lockbox.domain.Refusals.closedBeforeOpened;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.noApprovers;
import static dev.lockbox.domain.Refusals.reasonCodeRequired;
import static dev.lockbox.domain.Refusals.ticketRequired;
import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether what an engineer asks for is asked of the customer, granted without, or refused. */
final class Admission {
  private Admission() {}

  static Decision<RequestEvent> decide(
      AccessRequest state, OpenRequest open, ApprovalRules rules, Moment at) {
    return switch (state) {
      case Unopened none -> misfit(open, rules).orElseGet(() -> openAfresh(open, rules, at));
      case Closed closed when closed.opened().isEmpty() -> closedBeforeOpened(open.request());
      case Evaluated evaluated -> alreadyOpened(open);
      case Passed passed -> alreadyOpened(open);
      case Pending pending -> alreadyOpened(open);
      case Granted granted -> alreadyOpened(open);
      case Closing closing -> alreadyOpened(open);
      case Closed closed -> alreadyOpened(open);
      case Faulted faulted -> faulted(open.request());
    };
  }

  /** What no catalogue lists is not asked of anybody, whatever else holds. */
  private static Optional<Decision<RequestEvent>> misfit(OpenRequest open, ApprovalRules rules) {
    return rules
        .catalogue()
        .firstMisfit(open.asked().actions(), open.asked().resources())
        .map(misfit -> refuse(misfit.refusal(), misfit.detail()));
  }

  private static Decision<RequestEvent> openAfresh(
      OpenRequest open, ApprovalRules rules, Moment at) {
    var asked = open.asked();
    var longest = rules.limits().accessFor();
    var accessFor = asked.accessFor().orElse(longest);
    if (!accessFor.isPositive()) {
      return accessNotPositive(accessFor);
    }
    if (accessFor.compareTo(longest) > 0) {
      return accessTooLong(open.request(), longest, accessFor);
    }
    if (rules.settings().isTicketRequired() && asked.ticket().isEmpty()) {
      return ticketRequired(open.request());
    }
    if (!rules.settings().policy().reasonCodes().allow(open.details().reasonCode())) {
      return reasonCodeRequired(open.request());
    }
    return Evaluator.isNeeded(open, rules)
        ? Evaluator.evaluate(open, rules, accessFor, at)
        : passOn(open, rules, accessFor, at.appended());
  }

  /** To the customer, unless nothing of theirs is behind the lockbox. */
  static Decision<RequestEvent> passOn(
      OpenRequest open, ApprovalRules rules, Duration accessFor, Instant at) {
    return rules.settings().enrolment().coversAnyOf(open.asked().resources())
        ? ask(open, rules, accessFor, at)
        : grantWithoutCustomer(open, rules, at.plus(accessFor), at);
  }

  /** What cannot be approved is not opened: it would only wait for its end. */
  private static Decision<RequestEvent> ask(
      OpenRequest open, ApprovalRules rules, Duration accessFor, Instant at) {
    var asked = open.asked();
    var stages =
        rules.stagesFor(asked.engineer(), asked.actions(), asked.resources(), open.details());
    if (!stages.stream().allMatch(Stage::canBePassed)) {
      return noApprovers(open.request(), asked.engineer());
    }
    var approvers =
        stages.stream()
            .flatMap(stage -> stage.approvers().stream())
            .collect(Collectors.toUnmodifiableSet());
    var decideBy = at.plus(rules.limits().pendingWindow());
    var opened =
        new RequestOpened(open.request(), at, by(open), asked, accessFor, approvers, decideBy);
    var needed = Approvals.needed(stages, rules.settings().approvers());
    return needed.equals(Approvals.ofAnyOneOf(approvers))
        ? accept(opened)
        : accept(
            opened, new ApprovalsRequired(open.request(), at, by(open), stages, needed.mode()));
  }

  private static Decision<RequestEvent> grantWithoutCustomer(
      OpenRequest open, ApprovalRules rules, Instant accessUntil, Instant at) {
    return accept(
        new GrantedWithoutCustomer(
            open.request(),
            at,
            by(open),
            open.asked(),
            rules.approversFor(open.asked().engineer(), open.asked().resources()),
            WithoutCustomer.NOT_ENROLLED,
            accessUntil));
  }
}
