package dev.lockbox.domain;

import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.decision.ImpossibleHistory;

/** What granted access becomes by what happened to it. */
final class AccessEvolution {
  private AccessEvolution() {}

  static AccessRequest evolve(AccessRequest state, AccessEvent event) {
    return switch (event) {
      case AccessScheduled later when state instanceof Pending pending -> pending.scheduled(later);
      case AccessScheduled later when state instanceof Granted granted -> granted.scheduled(later);
      case AccessStarted now when state instanceof Scheduled scheduled -> scheduled.started();
      case AccessFinished done when state instanceof Granted granted -> granted.finished(done);
      case ClosingRequired due when state instanceof Granted granted ->
          granted.closingRequired(due);
      case ClosingAcknowledged one
          when state instanceof Closing closing && closing.due().points().contains(one.point()) ->
          closing.acknowledged(one);
      case ClosingFailed late when state instanceof Closing closing -> closing.failed(late);
      case AccessScheduled later -> throw new ImpossibleHistory(state, event);
      case AccessStarted now -> throw new ImpossibleHistory(state, event);
      case AccessFinished done -> throw new ImpossibleHistory(state, event);
      case ClosingRequired due -> throw new ImpossibleHistory(state, event);
      case ClosingAcknowledged one -> throw new ImpossibleHistory(state, event);
      case ClosingFailed late -> throw new ImpossibleHistory(state, event);
    };
  }
}
