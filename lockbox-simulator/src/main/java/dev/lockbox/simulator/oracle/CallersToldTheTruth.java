package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.simulator.record.Heard;
import dev.lockbox.simulator.record.Provenances;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * I1, I2, I13, I14: who was told yes finds their attempt among the events, who was told no finds
 * the refusal; and the verdicts on one person's commands stand in the order in which they were
 * asked.
 */
final class CallersToldTheTruth implements Invariant {
  /** The entry of a tenant's history with this number. */
  private record Place(TenantId tenant, long sequence) {}

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var told = told(evidence);
    for (var heard : evidence.heard()) {
      var lie = lie(told, heard, evidence.isAtRest());
      if (lie.isPresent()) {
        return lie;
      }
    }
    var own = evidence.heard().stream().filter(one -> isToldOfItsOwn(told, one)).toList();
    return own.stream()
        .flatMap(first -> own.stream().filter(later -> isOutOfOrder(first, later)))
        .findFirst()
        .map(later -> "%s overtook an earlier command of its caller".formatted(later.id()));
  }

  /** Of two with the same number, the first. */
  private static Map<Place, Recorded> told(Evidence evidence) {
    var told = new HashMap<Place, Recorded>();
    for (var partition : evidence.events()) {
      for (var entry : partition) {
        var recorded = entry.value();
        told.putIfAbsent(new Place(recorded.event().tenant(), recorded.sequence()), recorded);
      }
    }
    return told;
  }

  private static Optional<String> lie(Map<Place, Recorded> told, Heard heard, boolean isAtRest) {
    return switch (heard.answer()) {
      case NONE -> isAtRest ? Optional.of("nobody ever answered " + heard.id()) : Optional.empty();
      case YES ->
          verdict(told, heard).filter(one -> isYes(one, heard)).isPresent()
              ? Optional.empty()
              : Optional.of(
                  "%s was told yes to %s, and nothing happened".formatted(who(heard), heard.id()));
      case NO ->
          verdict(told, heard).filter(one -> isNo(one, heard)).isPresent()
              ? Optional.empty()
              : Optional.of(
                  "%s was told no to %s, and no refusal stands".formatted(who(heard), heard.id()));
    };
  }

  private static String who(Heard heard) {
    return heard.attempt().actor().toString();
  }

  private static Optional<Recorded> verdict(Map<Place, Recorded> told, Heard heard) {
    return Optional.ofNullable(told.get(new Place(heard.tenant(), heard.sequence())));
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

  private static boolean isToldOfItsOwn(Map<Place, Recorded> told, Heard heard) {
    return heard.answer() != Heard.Answer.NONE
        && verdict(told, heard).filter(one -> one.cause().equals(heard.id())).isPresent();
  }

  private static boolean isOutOfOrder(Heard first, Heard later) {
    return first.tenant().equals(later.tenant())
        && first.attempt().actor().equals(later.attempt().actor())
        && first.heardAt() <= later.askedAt()
        && first.sequence() >= later.sequence()
        && !first.id().equals(later.id());
  }
}
