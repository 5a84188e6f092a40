package dev.lockbox.domain;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.rules.Terms;
import java.util.Optional;
import java.util.Set;

/** What a request leaves to be known by one that follows it. No yes is among it. */
public final class Preceding {
  private Preceding() {}

  /** Empty where nobody is known to have asked for anything in earnest. */
  public static Optional<Before> of(AccessRequest state) {
    return state
        .opened()
        .filter(opening -> !opening.isPractice())
        .map(opening -> before(opening, granted(state)));
  }

  private static Before before(Opening opening, Optional<Terms> granted) {
    var terms = granted.orElseGet(opening::terms);
    return new Before(
        opening.asked().engineer(),
        granted.isPresent(),
        Set.copyOf(terms.actions()),
        Set.copyOf(terms.resources()));
  }

  /** What access there is or was; a faulted request grants nothing, whatever it did before. */
  private static Optional<Terms> granted(AccessRequest state) {
    return switch (state) {
      case Granted granted -> Optional.of(granted.terms());
      case Closing closing -> closing.end().granted();
      case Closed closed -> closed.granted();
      case Unopened none -> Optional.empty();
      case Evaluated evaluated -> Optional.empty();
      case Passed passed -> Optional.empty();
      case Pending pending -> Optional.empty();
      case Scheduled scheduled -> Optional.empty();
      case Faulted faulted -> Optional.empty();
    };
  }
}
