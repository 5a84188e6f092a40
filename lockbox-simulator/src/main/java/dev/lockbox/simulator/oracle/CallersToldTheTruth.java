package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.simulator.record.Heard;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Provenances;
import java.util.Optional;

/**
 * I1, I2, I13, I14: who was told yes finds their attempt among the events, who was told no finds
 * the refusal; and the verdicts on one person's commands stand in the order in which they were
 * asked.
 */
final class CallersToldTheTruth implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    for (var heard : evidence.heard()) {
      var lie = lie(evidence, heard);
      if (lie.isPresent()) {
        return lie;
      }
    }
    var own = evidence.heard().stream().filter(one -> isToldOfItsOwn(evidence, one)).toList();
    return own.stream()
        .flatMap(first -> own.stream().filter(later -> isOutOfOrder(first, later)))
        .findFirst()
        .map(later -> "%s overtook an earlier command of its caller".formatted(later.id()));
  }

  private static Optional<String> lie(Evidence evidence, Heard heard) {
    var told = verdict(evidence, heard);
    return switch (heard.answer()) {
      case NONE ->
          evidence.isAtRest()
              ? Optional.of("nobody ever answered " + heard.id())
              : Optional.empty();
      case YES ->
          told.filter(one -> isYes(one, heard)).isPresent()
              ? Optional.empty()
              : Optional.of(
                  "%s was told yes to %s, and nothing happened".formatted(who(heard), heard.id()));
      case NO ->
          told.filter(one -> isNo(one, heard)).isPresent()
              ? Optional.empty()
              : Optional.of(
                  "%s was told no to %s, and no refusal stands".formatted(who(heard), heard.id()));
    };
  }

  private static String who(Heard heard) {
    return heard.attempt().actor().toString();
  }

  private static Optional<Recorded> verdict(Evidence evidence, Heard heard) {
    for (var entry : evidence.events().get(Places.partitionOf(heard.tenant()))) {
      var recorded = entry.value();
      if (recorded.sequence() == heard.sequence()
          && recorded.event().tenant().equals(heard.tenant())) {
        return Optional.of(recorded);
      }
    }
    return Optional.empty();
  }

  private static boolean isYes(Recorded recorded, Heard heard) {
    var same = new Provenance(heard.attempt(), heard.content());
    return recorded.event().about().equals(heard.about())
        && Provenances.of(recorded.event()).filter(same::equals).isPresent();
  }

  private static boolean isNo(Recorded recorded, Heard heard) {
    return recorded.cause().equals(heard.id())
        && recorded.event().about().equals(heard.about())
        && (recorded.event() instanceof RequestFaulted
            || (recorded.event() instanceof CommandRefused refused
                && refused.attempt().equals(heard.attempt())));
  }

  private static boolean isToldOfItsOwn(Evidence evidence, Heard heard) {
    return heard.answer() != Heard.Answer.NONE
        && verdict(evidence, heard).filter(one -> one.cause().equals(heard.id())).isPresent();
  }

  private static boolean isOutOfOrder(Heard first, Heard later) {
    return first.tenant().equals(later.tenant())
        && first.attempt().actor().equals(later.attempt().actor())
        && first.heardAt() <= later.askedAt()
        && first.sequence() >= later.sequence()
        && !first.id().equals(later.id());
  }
}
