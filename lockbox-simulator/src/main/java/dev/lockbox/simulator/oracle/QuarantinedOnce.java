package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Quarantined;
import dev.lockbox.simulator.record.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * I12: what cannot be read, or lies where it does not belong, is quarantined once, and not lost; so
 * is what was asked of a faulted request, since it may have been a no.
 */
final class QuarantinedOnce implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var there = evidence.quarantine().stream().map(Entry::value).toList();
    if (new HashSet<>(there).size() != there.size()) {
      return Optional.of("a record is quarantined twice");
    }
    if (refusedAsFaulted(evidence) != keptAsFaulted(there)) {
      return Optional.of("what was asked of a faulted request is not in quarantine");
    }
    return evidence.isAtRest()
        ? due(evidence).stream()
            .filter(one -> !there.contains(one))
            .findFirst()
            .map(one -> "%s %s is not quarantined".formatted(one.partition(), one.offset()))
        : Optional.empty();
  }

  private static long refusedAsFaulted(Evidence evidence) {
    return evidence
        .recorded()
        .filter(
            recorded ->
                recorded.event() instanceof CommandRefused no
                    && no.refusal() == Refusal.REQUEST_FAULTED)
        .count();
  }

  private static long keptAsFaulted(List<Quarantined> there) {
    return there.stream().filter(one -> one.cause() == Quarantined.Cause.REQUEST_FAULTED).count();
  }

  private static List<Quarantined> due(Evidence evidence) {
    var due = new ArrayList<Quarantined>();
    for (var entry : evidence.submissions()) {
      if (entry.value() instanceof Written.Garbage) {
        due.add(new Quarantined("requests-0", entry.offset(), Quarantined.Cause.UNREADABLE));
      }
    }
    for (var partition = 0; partition < evidence.commands().size(); partition++) {
      for (var entry : evidence.commands().get(partition)) {
        var place = "commands-" + partition;
        whyNot(partition, entry.value())
            .map(why -> new Quarantined(place, entry.offset(), why))
            .ifPresent(due::add);
      }
    }
    return due;
  }

  private static Optional<Quarantined.Cause> whyNot(int partition, Written written) {
    return switch (written) {
      case Written.Garbage garbage -> Optional.of(Quarantined.Cause.UNREADABLE);
      case Written.OfSeat stray -> Optional.of(Quarantined.Cause.UNREADABLE);
      case Written.OfDevice stray -> Optional.of(Quarantined.Cause.UNREADABLE);
      case Written.Heeded fine -> Optional.empty();
      case Written.Readable one when Places.partitionOf(one.command().tenant()) != partition ->
          Optional.of(Quarantined.Cause.MISPLACED);
      case Written.Readable fine -> Optional.empty();
      case Written.Ticked tick -> Optional.empty();
    };
  }
}
