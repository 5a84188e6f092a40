package dev.lockbox.simulator.record;

import java.util.List;
import java.util.Optional;

/**
 * From which support plan the lockbox is offered.
 *
 * @param known the least first
 * @param least empty where any will do, also one that nobody knows
 */
public record Plans(List<String> known, Optional<String> least) {
  public static final Plans ANY = new Plans(List.of(), Optional.empty());

  public Plans {
    known = List.copyOf(known);
  }

  /** A plan that nobody knows is below all others. */
  public boolean include(String plan) {
    return least.isEmpty() || known.indexOf(plan) >= known.indexOf(least.get());
  }
}
