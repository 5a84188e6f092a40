package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.InternalRoute;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.simulator.variant.Rulebook;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What goes wrong where the provider's side looks at a request. */
final class EvaluationBugs {
  private EvaluationBugs() {}

  static List<Bug> all() {
    return List.of(
        rules(
            "checks-in-nobodys-way",
            "whatever the provider's checks find, the request goes on",
            wanting(wanted -> without(wanted, EnumSet.allOf(CheckName.class)))),
        rules(
            "unknown-suffices",
            "what is not known of an engineer or not said counts as found",
            letsPass(check -> check.outcome() == Check.Outcome.NOT_KNOWN)),
        rules(
            "any-role-will-do",
            "whoever holds a role asks for whatever they like",
            letsPass(check -> check.name() == CheckName.ROLE)),
        rules(
            "another-tenants-ticket",
            "a ticket of one customer opens a request for another",
            letsPass(check -> check.name() == CheckName.TICKET_TENANT)),
        rules(
            "follows-anything",
            "a request goes on, whatever became of the one it says it follows",
            followsAnything()),
        rules(
            "once-eligible-is-eligible",
            "whoever was eligible still is",
            letsPass(
                check ->
                    check.name() == CheckName.ELIGIBILITY
                        && check.outcome() == Check.Outcome.UNSATISFIED)),
        rules(
            "provider-not-asked",
            "customers are asked though the provider's own approvers were not",
            wanting(wanted -> asking(wanted, List.of()))),
        rules(
            "provider-waits-for-ever",
            "what waits for the provider's own approvers never expires",
            BrokenRules.refusing(EnforceDeadline.class, Evaluated.class)),
        rules(
            "engineer-approves-inside",
            "an engineer who is a lead is among the leads who may approve their request",
            telling(EvaluationBugs::withTheEngineerInside)),
        rules(
            "facts-not-recorded",
            "what was known of the engineer is not in the record",
            telling(EvaluationBugs::withoutFacts)),
        rules(
            "refused-and-not-looked-at",
            "what was found of a request that is refused is not in the record",
            refusing(no -> new Refused<>(no.refusal(), no.detail()))),
        rules(
            "first-refusal-only",
            "of several things that speak against a request only the first is in the record",
            refusing(EvaluationBugs::forTheFirstReason)));
  }

  private static Rulebook refusing(UnaryOperator<Refused<RequestEvent>> change) {
    return (state, command, rules, asking, at) ->
        decide(state, command, rules, asking, at) instanceof Refused<RequestEvent> no
            ? change.apply(no)
            : decide(state, command, rules, asking, at);
  }

  private static Refused<RequestEvent> forTheFirstReason(Refused<RequestEvent> no) {
    return no.evaluation()
        .map(found -> no.after(found.refusedFor(List.of(no.refusal().name()))))
        .orElse(no);
  }

  /** The decider, under other rules of the provider's. */
  private static Rulebook wanting(UnaryOperator<EvaluationRules> change) {
    return (state, command, rules, asking, at) ->
        decide(state, command, rules.map(now -> under(now, change)), asking, at);
  }

  private static ApprovalRules under(ApprovalRules now, UnaryOperator<EvaluationRules> change) {
    var deployment = now.deployment();
    return Altered.withDeployment(now, deployment.with(change.apply(deployment.evaluation())));
  }

  private static EvaluationRules without(EvaluationRules wanted, Set<CheckName> others) {
    var required = EnumSet.noneOf(CheckName.class);
    required.addAll(wanted.required());
    required.removeAll(others);
    return new EvaluationRules(
        required, wanted.criteria(), wanted.internal(), wanted.internalWindow());
  }

  private static EvaluationRules asking(EvaluationRules wanted, List<InternalRoute> routes) {
    return new EvaluationRules(
        wanted.required(), wanted.criteria(), routes, wanted.internalWindow());
  }

  /** Where such a check stands in the way it is no longer wanted. */
  private static Rulebook letsPass(Predicate<Check> which) {
    return (state, command, rules, asking, at) -> {
      var names = EnumSet.noneOf(CheckName.class);
      evaluation(decide(state, command, rules, asking, at)).stream()
          .flatMap(made -> made.checks().stream())
          .filter(Check::isInTheWay)
          .filter(which)
          .forEach(check -> names.add(check.name()));
      return wanting(wanted -> without(wanted, names)).decide(state, command, rules, asking, at);
    };
  }

  /** Where anything is known of the one that another follows, all that is wanted is. */
  private static Rulebook followsAnything() {
    return (state, command, rules, asking, at) ->
        decide(
            state,
            command instanceof OpenRequest open && open.facts().previous().isPresent()
                ? open.knowing(open.facts().after(Optional.of(fitting(open))))
                : command,
            rules,
            asking,
            at);
  }

  private static Before fitting(OpenRequest open) {
    var kind = open.details().previous().orElseThrow().kind();
    var engineer = open.asked().engineer();
    return new Before(
        kind == Previous.Kind.HAND_OVER ? new PersonId("another") : engineer,
        true,
        Set.copyOf(open.asked().actions()),
        Set.copyOf(open.asked().resources()));
  }

  private static Optional<Evaluation> evaluation(Object decision) {
    return decision instanceof Accepted<?> yes
            && yes.events().getFirst() instanceof RequestEvaluated evaluated
        ? Optional.of(evaluated.evaluation())
        : Optional.empty();
  }

  private static Rulebook telling(UnaryOperator<RequestEvaluated> change) {
    return BrokenRules.telling(
        event -> event instanceof RequestEvaluated evaluated ? change.apply(evaluated) : event);
  }

  private static RequestEvaluated withTheEngineerInside(RequestEvaluated told) {
    var engineer = Set.of(told.asked().engineer());
    var stages =
        told.internalStages().stream()
            .map(
                stage ->
                    new Stage(
                        stage.group(), Altered.union(stage.approvers(), engineer), stage.quorum()))
            .toList();
    return told(told, told.evaluation(), stages);
  }

  private static RequestEvaluated withoutFacts(RequestEvaluated told) {
    var found = told.evaluation();
    return told(
        told,
        new Evaluation(found.details(), Facts.NONE, found.checks(), found.outcome()),
        told.internalStages());
  }

  private static RequestEvaluated told(
      RequestEvaluated told, Evaluation evaluation, List<Stage> stages) {
    return new RequestEvaluated(
        told.request(),
        told.at(),
        told.by(),
        told.asked(),
        told.accessFor(),
        evaluation,
        stages,
        told.decideBy());
  }
}
