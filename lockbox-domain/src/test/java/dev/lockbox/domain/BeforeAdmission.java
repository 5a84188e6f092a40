package dev.lockbox.domain;

import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Events.Plain;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;

/**
 * Evaluations as they were told before there was the check {@link CheckName#ADMISSION}, or one that
 * came later.
 */
final class BeforeAdmission {
  private BeforeAdmission() {}

  static Plain evaluated(EvaluationRules rules) {
    return before(Commands.open(), Events.evaluated(rules), CheckName.ADMISSION);
  }

  /** With that check, and before there were guard rails. */
  static Plain evaluatedThen(EvaluationRules rules) {
    return before(Commands.open(), Events.evaluated(rules), CheckName.GUARD_RAIL);
  }

  static Plain awaitingTwo() {
    return before(Insiders.detailedOpen(), Insiders.awaitingTwo(), CheckName.ADMISSION);
  }

  private static Plain before(CommandBuilder<?> cause, Plain since, CheckName first) {
    return new Plain(cause, (why, at) -> before((RequestEvaluated) since.build(why, at), first));
  }

  private static RequestEvaluated before(RequestEvaluated told, CheckName first) {
    return new RequestEvaluated(
        told.request(),
        told.at(),
        told.by(),
        told.asked(),
        told.accessFor(),
        without(told.evaluation(), first),
        told.internalStages(),
        told.decideBy());
  }

  /** The checks before this one. */
  static Evaluation without(Evaluation found, CheckName first) {
    var checks = found.checks().stream().filter(one -> one.name().compareTo(first) < 0).toList();
    return new Evaluation(found.details(), found.facts(), checks, found.outcome());
  }
}
