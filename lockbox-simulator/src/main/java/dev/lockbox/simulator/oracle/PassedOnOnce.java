package dev.lockbox.simulator.oracle;

import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Written;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * I1 of intake: a submission comes to its tenant's partition of the command log at most once, and
 * once in the end; and to no other.
 */
final class PassedOnOnce implements Invariant {
  private static final String INTAKE = "intake-0-";

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var passedOn = passedOn(evidence);
    for (var entry : evidence.submissions()) {
      var times = passedOn.getOrDefault(INTAKE + entry.offset(), 0);
      var expected = evidence.isAtRest() && entry.value() instanceof Written.Readable ? 1 : 0;
      if (times > 1 || times < expected) {
        return Optional.of("submission %s was passed on %s times".formatted(entry.offset(), times));
      }
    }
    return strays(evidence);
  }

  private static Optional<String> strays(Evidence evidence) {
    for (var partition = 0; partition < evidence.commands().size(); partition++) {
      for (var entry : evidence.commands().get(partition)) {
        if (entry.value() instanceof Written.Readable one
            && one.id().value().startsWith(INTAKE)
            && Places.partitionOf(one.command().tenant()) != partition) {
          return Optional.of("%s was passed on to partition %s".formatted(one, partition));
        }
      }
    }
    return Optional.empty();
  }

  /** How often each submission was. */
  private static Map<String, Integer> passedOn(Evidence evidence) {
    var times = new HashMap<String, Integer>();
    for (var partition : evidence.commands()) {
      for (var entry : partition) {
        if (entry.value() instanceof Written.Readable one && one.id().value().startsWith(INTAKE)) {
          times.merge(one.id().value(), 1, Integer::sum);
        }
      }
    }
    return times;
  }
}
