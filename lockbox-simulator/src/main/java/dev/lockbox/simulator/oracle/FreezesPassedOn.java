package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.simulator.record.Freezing;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Written;
import java.util.List;
import java.util.Optional;

/**
 * I12: of a record that names a tenant of another partition, that partition is told once, in the
 * end; and a freeze that nobody asked for comes of such a record only.
 */
final class FreezesPassedOn implements Invariant {
  private static final String TOLD = "freeze-";

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var due = 0L;
    for (var partition = 0; partition < evidence.commands().size(); partition++) {
      for (var entry : evidence.commands().get(partition)) {
        var stranger = Freezing.strangerIn(entry.value(), partition);
        if (stranger.isPresent()) {
          var place = Places.partitionOf(stranger.get());
          var times = times(evidence, place, Freezing.elsewhere(partition, entry.offset()));
          if (times > 1 || times < 1 && evidence.isAtRest()) {
            return Optional.of(
                "%s was told %s times of record %s of partition %s"
                    .formatted(stranger.get(), times, entry.offset(), partition));
          }
          due += times;
        }
      }
    }
    return told(evidence) > due ? Optional.of("a freeze comes of no record") : Optional.empty();
  }

  private static long times(Evidence evidence, int place, CommandId id) {
    return evidence.commands().get(place).stream()
        .filter(entry -> entry.value() instanceof Written.Readable one && one.id().equals(id))
        .count();
  }

  private static long told(Evidence evidence) {
    return evidence.commands().stream()
        .flatMap(List::stream)
        .filter(
            entry ->
                entry.value() instanceof Written.Readable one
                    && one.command() instanceof FreezeGrants
                    && one.id().value().startsWith(TOLD))
        .count();
  }
}
