package dev.lockbox.domain;

import static dev.lockbox.domain.During.during;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalExpired;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.rules.ApproverMode;
import java.util.Optional;

/** What the provider's own events make of a request. */
final class EvaluationFold {
  private EvaluationFold() {}

  static AccessRequest after(AccessRequest state, EvaluationEvent event) {
    return switch (event) {
      case RequestEvaluated evaluated -> evaluated(during(Unopened.class, state, event), evaluated);
      case InternalApprovalGiven given -> given(during(Evaluated.class, state, event), given);
      case InternalApprovalGranted granted ->
          granted(during(Evaluated.class, state, event), granted);
      case InternalApprovalDenied denied -> denied(state, denied);
      case InternalApprovalExpired expired -> {
        var waiting = during(Evaluated.class, state, event);
        yield closed(waiting, Outcome.EXPIRED, expired, waiting.trail().next());
      }
    };
  }

  private static Evaluated given(Evaluated state, InternalApprovalGiven event) {
    var yes = new Approval(event.by().actor(), event.at(), event.stage());
    return new Evaluated(
        state.opening(), state.approvals().with(yes), state.trail().next(event.by()));
  }

  static Passed granted(Evaluated state, InternalApprovalGranted event) {
    var yes = new Approval(event.by().actor(), event.at(), event.stage());
    var all = state.approvals().with(yes).given();
    return new Passed(state.opening().approvedInside(all), state.trail().next(event.by()));
  }

  private static AccessRequest denied(AccessRequest state, InternalApprovalDenied event) {
    var after = state.trail().next(event.by());
    return switch (state) {
      case Evaluated evaluated -> closed(evaluated, Outcome.DENIED, event, after);
      case Passed passed -> closed(passed, Outcome.DENIED, event, after);
      case Pending pending -> closed(pending, Outcome.DENIED, event, after);
      case Scheduled scheduled -> closed(scheduled, Outcome.REVOKED, event, after);
      case Granted granted -> granted.closed(Outcome.REVOKED, event.at(), after);
      case Unopened none -> throw new ImpossibleHistory(none, event);
      case Closing closing -> throw new ImpossibleHistory(closing, event);
      case Closed closed -> throw new ImpossibleHistory(closed, event);
      case Faulted faulted -> throw new ImpossibleHistory(faulted, event);
    };
  }

  private static Closed closed(
      AccessRequest state, Outcome outcome, EvaluationEvent event, Trail after) {
    return new Closed(outcome, state.opened(), event.at(), Optional.empty(), after);
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

  /** How it was opened before this event, which is the first or follows a request that passed. */
  static Optional<Opening> before(AccessRequest state, RequestEvent event) {
    return switch (state) {
      case Unopened none -> Optional.empty();
      case Passed passed -> passed.opened();
      case Evaluated evaluated -> throw new ImpossibleHistory(evaluated, event);
      case Pending pending -> throw new ImpossibleHistory(pending, event);
      case Scheduled scheduled -> throw new ImpossibleHistory(scheduled, event);
      case Granted granted -> throw new ImpossibleHistory(granted, event);
      case Closing closing -> throw new ImpossibleHistory(closing, event);
      case Closed closed -> throw new ImpossibleHistory(closed, event);
      case Faulted faulted -> throw new ImpossibleHistory(faulted, event);
    };
  }
}
