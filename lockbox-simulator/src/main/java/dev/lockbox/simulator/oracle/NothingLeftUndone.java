package dev.lockbox.simulator.oracle;

import java.util.Optional;
import java.util.Set;

/** I16: once all was given time, no request is open past its deadline. */
final class NothingLeftUndone implements Invariant {
  /** That whoever must close and does not is told of is a promise of its own. */
  private static final Set<String> OVER = Set.of("Closed", "Closing", "Faulted");

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    return evidence.isAtRest()
        ? evidence.standings().stream()
            .filter(standing -> !OVER.contains(standing.kind()))
            .findFirst()
            .map(standing -> "%s is %s for ever".formatted(standing.request(), standing.kind()))
        : Optional.empty();
  }
}
