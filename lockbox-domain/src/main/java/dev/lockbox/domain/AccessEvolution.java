package dev.lockbox.domain;

import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.decision.ImpossibleHistory;

/** What granted access becomes by what happened to it. */
final class AccessEvolution {
  private AccessEvolution() {}

  static AccessRequest evolve(AccessRequest state, AccessEvent event) {
    return switch (event) {
      case AccessFinished finished when state instanceof Granted granted ->
          granted.finished(finished);
      case AccessFinished finished -> throw new ImpossibleHistory(state, event);
    };
  }
}
