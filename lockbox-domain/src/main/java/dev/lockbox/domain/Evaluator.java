package dev.lockbox.domain;

import static dev.lockbox.domain.Decider.by;
import static dev.lockbox.domain.decision.Decision.accept;

import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.evaluation.Checks;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Sought;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The provider's own look at a request, before the customer's: all checks are made and recorded,
 * and then it is passed on, turned down, or waits for the provider's own approvers.
 */
final class Evaluator {
  private Evaluator() {}

  /**
   * Where nothing is said, known or wanted beyond what is asked for, there is nothing to record.
   */
  static boolean isNeeded(OpenRequest open, ApprovalRules rules) {
    return open.isDetailed() || rules.deployment().evaluation().isSet() || rules.hasGuardRails();
  }

  /**
   * @param against what speaks against it whatever is found here, the one to be told first
   */
  static Decision<RequestEvent> evaluate(
      OpenRequest open,
      ApprovalRules rules,
      Duration accessFor,
      List<Refused<RequestEvent>> against,
      Moment at) {
    var wanted = rules.deployment().evaluation();
    var sought = sought(open, accessFor, rules);
    var found = Checks.evaluate(sought, open.details(), open.facts(), wanted, at.effective());
    if (!against.isEmpty()) {
      return refused(found, against);
    }
    var event = evaluated(open, sought, found, wanted, at);
    return switch (found.outcome()) {
      case REJECTED, NEEDS_INTERNAL -> accept(event);
      case PASSED ->
          switch (Admission.toCustomer(Passing.of(open, accessFor), rules, at)) {
            case Refused<RequestEvent> no -> refused(found, List.of(no));
            case Decision<RequestEvent> decided -> behind(event, decided);
          };
    };
  }

  private static Refused<RequestEvent> refused(
      Evaluation found, List<Refused<RequestEvent>> against) {
    var why = against.stream().map(no -> no.refusal().name()).toList();
    return against.getFirst().after(found.refusedFor(why));
  }

  /** A no to what was decided already: what was found on the way there is told with it. */
  static Refused<RequestEvent> instead(Accepted<RequestEvent> yes, Refused<RequestEvent> no) {
    return yes.events().getFirst() instanceof RequestEvaluated event
        ? refused(event.evaluation(), List.of(no))
        : no;
  }

  private static Sought sought(OpenRequest open, Duration accessFor, ApprovalRules rules) {
    var asked = open.asked();
    var reason = asked.justification().text();
    return new Sought(
        open.tenant(),
        asked.engineer(),
        reason.codePointCount(0, reason.length()),
        asked.ticket().isPresent(),
        asked.actions(),
        asked.resources(),
        accessFor,
        rules.railed(asked.resources(), open.details()));
  }

  private static RequestEvaluated evaluated(
      OpenRequest open, Sought sought, Evaluation found, EvaluationRules wanted, Moment at) {
    var isWaiting = found.outcome() == Evaluation.Outcome.NEEDS_INTERNAL;
    return new RequestEvaluated(
        open.request(),
        at.appended(),
        by(open),
        open.asked(),
        sought.accessFor(),
        found,
        isWaiting ? stages(open, sought, wanted, at.effective()) : List.of(),
        isWaiting ? at.appended().plus(wanted.internalWindow()) : at.appended());
  }

  private static List<Stage> stages(
      OpenRequest open, Sought sought, EvaluationRules wanted, Instant at) {
    return wanted.stagesFor(sought, open.details()).stream()
        .map(
            stage ->
                new Stage(
                    Optional.of(stage.approvers()),
                    stage.people(open.facts(), sought.engineer(), at),
                    stage.quorum()))
        .toList();
  }

  static Decision<RequestEvent> behind(RequestEvent first, Decision<RequestEvent> decision) {
    return switch (decision) {
      case Accepted<RequestEvent> yes -> {
        var all = new ArrayList<RequestEvent>();
        all.add(first);
        all.addAll(yes.events());
        yield new Accepted<>(all);
      }
      case Repeated<RequestEvent> again -> again;
      case Refused<RequestEvent> no -> no;
    };
  }
}
