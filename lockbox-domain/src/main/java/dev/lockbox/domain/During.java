package dev.lockbox.domain;

import dev.lockbox.domain.decision.ImpossibleHistory;

/** In which state an event can happen: the one expected, or the history is impossible. */
final class During {
  private During() {}

  static <S extends AccessRequest> S during(
      Class<S> expected, AccessRequest state, RequestEvent event) {
    if (!expected.isInstance(state)) {
      throw new ImpossibleHistory(state, event);
    }
    return expected.cast(state);
  }
}
