package dev.lockbox.simulator.history;

import dev.lockbox.simulator.record.Provided;
import java.util.List;

/**
 * What happens in one run, and what holds for everybody in it.
 *
 * @param seed it was made from
 * @param ticking whether hosts put what their clocks show on the log; otherwise it is a log from
 *     before there were ticks
 */
public record History(long seed, Provided provided, boolean ticking, List<Operation> operations) {
  public History {
    operations = List.copyOf(operations);
  }

  /** The same with other operations. */
  History with(List<Operation> others) {
    return new History(seed, provided, ticking, others);
  }

  /** Its beginning; how a history goes on changes nothing of how it began. */
  public History first(int operationsMax) {
    return with(operations.subList(0, operationsMax));
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
