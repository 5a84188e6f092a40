package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Posture;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Written;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * I1 of intake: a submission comes to its tenant's partition of the command log at most once, and
 * once in the end; and to no other. What was found of a device comes to each of them.
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
    return strays(evidence).or(() -> unheeded(evidence));
  }

  /** On each partition once, as it was found; nobody foretells more than a day, or any good. */
  private static Optional<String> unheeded(Evidence evidence) {
    var due = new HashMap<CommandId, Posture>();
    for (var entry : evidence.submissions()) {
      if (entry.value() instanceof Written.OfDevice found) {
        var told = found.posture();
        var latest = told.compliant() ? entry.at() : entry.at().plus(Duration.ofDays(1));
        var at = told.examinedAt().isAfter(latest) ? latest : told.examinedAt();
        due.put(
            new CommandId(INTAKE + entry.offset()),
            new Posture(told.device(), told.by(), told.compliant(), at));
      }
    }
    for (var partition = 0; partition < evidence.commands().size(); partition++) {
      var left = new HashMap<>(due);
      for (var entry : evidence.commands().get(partition)) {
        if (entry.value() instanceof Written.Heeded one && !left.remove(one.id(), one.posture())) {
          return Optional.of("%s is not what was told, or came twice".formatted(one));
        }
      }
      if (evidence.isAtRest() && !left.isEmpty()) {
        return Optional.of("partition %s never heard of %s".formatted(partition, left));
      }
    }
    return Optional.empty();
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
