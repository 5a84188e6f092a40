package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.personThrough;
import static dev.lockbox.audit.ocsf.Draft.done;

import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.evaluation.Check;
import java.util.Optional;

/** What the record says of what happens to a request inside the provider. */
final class EvaluationRecords {
  private EvaluationRecords() {}

  static Draft of(EvaluationEvent event) {
    return switch (event) {
      case RequestEvaluated evaluated -> evaluated(evaluated);
    };
  }

  private static Draft evaluated(RequestEvaluated event) {
    var engineer = event.asked().engineer();
    var actor = personThrough(engineer, event.by().actor());
    var message =
        switch (event.evaluation().outcome()) {
          case PASSED -> "the provider's checks let the request of %s pass: %s";
          case NEEDS_INTERNAL -> "the request of %s waits for the provider's own approvers: %s";
          case REJECTED ->
              "the provider's checks turned the request of %s down, the customer was not asked: %s";
        };
    var operation =
        switch (event.evaluation().outcome()) {
          case PASSED, NEEDS_INTERNAL -> Operation.EVALUATE;
          case REJECTED -> Operation.REJECT;
        };
    return done(operation, actor, message.formatted(engineer, event.request()))
        .by(event.by())
        .comment(Optional.of(event.asked().justification()))
        .lockbox(
            Details.of(event)
                .objects(
                    "checks",
                    event.evaluation().checks().stream().map(EvaluationRecords::check).toList())
                .all(EvaluationDetails.of(event.evaluation())));
  }

  private static Fields check(Check check) {
    return new Fields()
        .text("name", check.name().name())
        .flag("required", check.isRequired())
        .text("outcome", check.outcome().name())
        .text("expected", check.expected())
        .text("found", check.found());
  }
}
