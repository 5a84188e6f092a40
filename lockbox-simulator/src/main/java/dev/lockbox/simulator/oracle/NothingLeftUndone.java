package dev.lockbox.simulator.oracle;

import java.util.Optional;

/** I16: once all was given time, no request is open past its deadline. */
final class NothingLeftUndone implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    return evidence.isAtRest()
        ? evidence.standings().stream()
            .filter(standing -> !standing.kind().equals("Closed"))
            .filter(standing -> !standing.kind().equals("Faulted"))
            .findFirst()
            .map(standing -> "%s is %s for ever".formatted(standing.request(), standing.kind()))
        : Optional.empty();
  }
}
