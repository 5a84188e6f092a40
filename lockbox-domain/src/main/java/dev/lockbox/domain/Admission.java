package dev.lockbox.domain;

import static dev.lockbox.domain.Refusals.alreadyOpened;
import static dev.lockbox.domain.Refusals.closedBeforeOpened;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.noApprovers;
import static dev.lockbox.domain.Refusals.outsideHours;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.ReviewEvent.ReviewRequired;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether what an engineer asks for is asked of the customer, granted without, or refused. */
final class Admission {
  private Admission() {}

  static Decision<RequestEvent> decide(
      AccessRequest state, OpenRequest open, ApprovalRules rules, Asking asking, Moment at) {
    return unlessTaken(state, open.request(), () -> openAfresh(open, rules, asking, at));
  }

  /** Whatever would be asked under this id, and by whom. */
  static Decision<RequestEvent> unlessTaken(
      AccessRequest state, RequestId request, Supplier<Decision<RequestEvent>> afresh) {
    return switch (state) {
      case Unopened none -> afresh.get();
      case Closed closed when closed.opened().isEmpty() -> closedBeforeOpened(request);
      case Evaluated evaluated -> alreadyOpened(request);
      case Passed passed -> alreadyOpened(request);
      case Pending pending -> alreadyOpened(request);
      case Scheduled scheduled -> alreadyOpened(request);
      case Granted granted -> alreadyOpened(request);
      case Closing closing -> alreadyOpened(request);
      case Closed closed -> alreadyOpened(request);
      case Faulted faulted -> faulted(request);
    };
  }

  /**
   * Asked of the customer's people, whatever would be settled without them in earnest: they are to
   * learn. The provider's side makes no checks, since nobody asks for anything.
   */
  static Decision<RequestEvent> practise(StartPractice start, ApprovalRules rules, Moment at) {
    var asked = start.asked();
    var passing = Passing.of(start, accessFor(asked, rules));
    var against = new Against(passing, rules, at.appended()).practising();
    if (!against.isEmpty()) {
      return against.getFirst();
    }
    var beforehand = new Beforehand(passing, rules, at);
    return beforehand.no().orElseGet(() -> ask(beforehand));
  }

  private static Duration accessFor(Asked asked, ApprovalRules rules) {
    return asked.accessFor().orElseGet(() -> rules.usualAccess(asked.actions(), asked.resources()));
  }

  private static Decision<RequestEvent> openAfresh(
      OpenRequest open, ApprovalRules rules, Asking asking, Moment at) {
    var accessFor = accessFor(open.asked(), rules);
    var passing = Passing.of(open, accessFor);
    var against = new Against(passing, rules, at.appended()).opening(asking);
    if (Evaluator.isNeeded(open, rules)) {
      return Evaluator.evaluate(open, rules, accessFor, against, at);
    }
    return against.isEmpty() ? toCustomer(passing, rules, at) : against.getFirst();
  }

  /**
   * After the provider's own approvers: by the rules of now, since it is now that the customer is
   * asked.
   */
  static Decision<RequestEvent> passOn(Passing passing, ApprovalRules rules, Moment at) {
    var against = new Against(passing, rules, at.appended()).passingOn();
    return against.isEmpty() ? toCustomer(passing, rules, at) : against.getFirst();
  }

  /** To the customer, unless its rules say no, or there is a reason why they are not asked. */
  static Decision<RequestEvent> toCustomer(Passing passing, ApprovalRules rules, Moment at) {
    var beforehand = new Beforehand(passing, rules, at);
    return beforehand
        .no()
        .orElseGet(
            () ->
                withoutCustomer(passing, rules)
                    .map(cause -> grantWithoutCustomer(beforehand, cause))
                    .orElseGet(() -> ask(beforehand)));
  }

  private static Optional<WithoutCustomer> withoutCustomer(Passing passing, ApprovalRules rules) {
    var unasked = rules.deployment().evaluation().unasked();
    var resources = passing.asked().resources();
    if (!rules.settings().enrolment().coversAnyOf(resources)
        && rules.railed(resources, passing.details()).isEmpty()) {
      return Optional.of(WithoutCustomer.NOT_ENROLLED);
    }
    if (unasked.isByAccess(passing.details())) {
      return Optional.of(WithoutCustomer.NO_CUSTOMER_DATA);
    }
    return unasked.isByPurpose(passing.details())
        ? Optional.of(WithoutCustomer.SERVICE_UPDATE)
        : Optional.empty();
  }

  /** What cannot be approved is not opened: it would only wait for its end. */
  private static Decision<RequestEvent> ask(Beforehand beforehand) {
    var passing = beforehand.passing();
    var asked = passing.asked();
    var stages =
        beforehand
            .rules()
            .stagesFor(asked.engineer(), asked.actions(), asked.resources(), passing.details())
            .stream()
            .map(stage -> stage.without(passing.insiders()))
            .toList();
    var review = beforehand.rules().settings().policy().review();
    if (!stages.stream().allMatch(Stage::canBePassed) || !review.fit(beforehand.rules().limits())) {
      return noApprovers(passing.request(), asked.engineer());
    }
    return beforehand.yes().orElseGet(() -> opened(beforehand, stages));
  }

  private static Decision<RequestEvent> opened(Beforehand beforehand, List<Stage> stages) {
    var passing = beforehand.passing();
    var rules = beforehand.rules();
    var at = beforehand.at().appended();
    var approvers =
        stages.stream()
            .flatMap(stage -> stage.approvers().stream())
            .collect(Collectors.toUnmodifiableSet());
    var decideBy = at.plus(rules.limits().pendingWindow());
    var happened = new ArrayList<RequestEvent>();
    happened.add(
        new RequestOpened(
            passing.request(),
            at,
            passing.by(),
            passing.asked(),
            passing.accessFor(),
            approvers,
            decideBy,
            passing.isPractice()));
    var needed = Approvals.needed(stages, rules.settings().approvers());
    if (!needed.equals(Approvals.ofAnyOneOf(approvers))) {
      happened.add(
          new ApprovalsRequired(passing.request(), at, passing.by(), stages, needed.mode()));
    }
    beforehand.required().ifPresent(happened::add);
    rules
        .settings()
        .policy()
        .review()
        .dwell()
        .map(dwell -> new ReviewRequired(passing.request(), at, passing.by(), dwell))
        .ifPresent(happened::add);
    return new Accepted<>(happened);
  }

  private static Decision<RequestEvent> grantWithoutCustomer(
      Beforehand beforehand, WithoutCustomer cause) {
    var passing = beforehand.passing();
    var at = beforehand.at().appended();
    return beforehand.mayBegin()
        ? beforehand.beginning(
            new GrantedWithoutCustomer(
                passing.request(),
                at,
                passing.by(),
                passing.asked(),
                beforehand.mayEndIt(),
                cause,
                beforehand.conditions(),
                at.plus(passing.accessFor())))
        : outsideHours(passing.request(), beforehand.begins());
  }
}
