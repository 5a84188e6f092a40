package dev.lockbox.simulator.history;

import dev.lockbox.domain.rules.AccessLimits;
import java.util.List;

/**
 * What happens in one run, and under which limits.
 *
 * @param seed it was made from
 */
public record History(long seed, AccessLimits limits, List<Operation> operations) {
  public History {
    operations = List.copyOf(operations);
  }

  /** The same with other operations. */
  History with(List<Operation> others) {
    return new History(seed, limits, others);
  }

  /** What befalls it, by name, each as often as it does. */
  public List<String> kinds() {
    return operations.stream().map(operation -> operation.getClass().getSimpleName()).toList();
  }

  /** How many operations it has. */
  public int length() {
    return operations.size();
  }
}
