package dev.lockbox.simulator.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * I1, I2, I11: each tenant's events are, one for one and in this order, what the rules make of the
 * records on its partition of the command log; and readers of the state see what follows from them.
 */
final class AnsweredAsTheRulesSay implements Invariant {
  private final List<Along> partitions = new ArrayList<>();

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    for (var partition = 0; partition < evidence.commands().size(); partition++) {
      if (partitions.size() == partition) {
        partitions.add(new Along(partition, evidence.provided()));
      }
      var broken = partitions.get(partition).brokenBy(evidence);
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }
}
