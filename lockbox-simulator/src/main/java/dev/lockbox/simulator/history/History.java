package dev.lockbox.simulator.history;

import dev.lockbox.domain.rules.Deployment;
import java.util.List;

/**
 * What happens in one run, and what holds for everybody in it.
 *
 * @param seed it was made from
 * @param ticking whether hosts put what their clocks show on the log; otherwise it is a log from
 *     before there were ticks
 */
public record History(
    long seed, Deployment deployment, boolean ticking, List<Operation> operations) {
  public History {
    operations = List.copyOf(operations);
  }

  /** The same with other operations. */
  History with(List<Operation> others) {
    return new History(seed, deployment, ticking, others);
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
