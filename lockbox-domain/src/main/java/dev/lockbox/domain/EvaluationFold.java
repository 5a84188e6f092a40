package dev.lockbox.domain;

import static dev.lockbox.domain.During.during;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.rules.ApproverMode;
import java.util.Optional;

/** What the provider's own events make of a request. */
final class EvaluationFold {
  private EvaluationFold() {}

  static AccessRequest after(AccessRequest state, EvaluationEvent event) {
    return switch (event) {
      case RequestEvaluated evaluated -> evaluated(during(Unopened.class, state, event), evaluated);
    };
  }

  private static AccessRequest evaluated(Unopened state, RequestEvaluated event) {
    var opening = Opening.of(event);
    var after = state.trail().next(event.by());
    return switch (event.evaluation().outcome()) {
      case PASSED -> new Passed(opening, after);
      case NEEDS_INTERNAL ->
          new Evaluated(
              opening, Approvals.needed(event.internalStages(), ApproverMode.SNAPSHOT), after);
      case REJECTED ->
          new Closed(Outcome.REJECTED, Optional.of(opening), event.at(), Optional.empty(), after);
    };
  }
}
