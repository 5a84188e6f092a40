package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Recorded;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.record.Places;
import java.util.List;
import java.util.Optional;

/** I10: whatever is told of a tenant lies on the tenant's partition. */
final class OwnPartition implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    for (var partition = 0; partition < evidence.events().size(); partition++) {
      var stranger = strangerOn(partition, evidence.events().get(partition));
      if (stranger.isPresent()) {
        return stranger;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> strangerOn(int partition, List<Entry<Recorded>> events) {
    return events.stream()
        .map(entry -> entry.value().event().tenant())
        .filter(tenant -> Places.partitionOf(tenant) != partition)
        .findFirst()
        .map(tenant -> "partition %s tells of %s".formatted(partition, tenant));
  }
}
