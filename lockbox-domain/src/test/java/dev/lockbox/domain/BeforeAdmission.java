package dev.lockbox.domain;

import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Events.Plain;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;

/** Evaluations as they were told before there was the check {@link CheckName#ADMISSION}. */
final class BeforeAdmission {
  private BeforeAdmission() {}

  static Plain evaluated(EvaluationRules rules) {
    return before(Commands.open(), Events.evaluated(rules));
  }

  static Plain awaitingTwo() {
    return before(Insiders.detailedOpen(), Insiders.awaitingTwo());
  }

  private static Plain before(CommandBuilder<?> cause, Plain since) {
    return new Plain(cause, (why, at) -> before((RequestEvaluated) since.build(why, at)));
  }

  private static RequestEvaluated before(RequestEvaluated told) {
    var found = told.evaluation();
    var checks = found.checks().stream().filter(one -> one.name() != CheckName.ADMISSION).toList();
    return new RequestEvaluated(
        told.request(),
        told.at(),
        told.by(),
        told.asked(),
        told.accessFor(),
        new Evaluation(found.details(), found.facts(), checks, found.outcome()),
        told.internalStages(),
        told.decideBy());
  }
}
