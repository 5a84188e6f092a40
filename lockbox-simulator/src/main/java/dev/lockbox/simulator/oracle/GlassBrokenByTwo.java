package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionAcknowledged;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.ExclusionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An emergency takes two people, neither of whom goes in; and whatever no approval covers is
 * acknowledged once, told overdue once, and one or the other in the end.
 */
final class GlassBrokenByTwo implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    return told(evidence).entrySet().stream()
        .flatMap(
            one ->
                objection(one.getValue(), evidence.isAtRest()).stream()
                    .map(why -> one.getKey() + " " + why))
        .findFirst();
  }

  private static Map<ExclusionId, List<ExclusionEvent>> told(Evidence evidence) {
    var told = new HashMap<ExclusionId, List<ExclusionEvent>>();
    for (var event : evidence.recorded().map(Recorded::event).toList()) {
      if (event instanceof ExclusionEvent one) {
        told.computeIfAbsent(one.exclusion(), none -> new ArrayList<>()).add(one);
      }
    }
    return told;
  }

  private static Optional<String> objection(List<ExclusionEvent> told, boolean isAtRest) {
    if (times(told, ExclusionAcknowledged.class) > 1
        || times(told, AcknowledgementOverdue.class) > 1
        || times(told, ExclusionInvoked.class) > 1) {
      return Optional.of("is told twice");
    }
    for (var index = 0; index < told.size(); index++) {
      if (told.get(index) instanceof ExclusionInvoked invoked
          && invoked.report().category() == ExclusionCategory.EMERGENCY
          && !isOfTwo(told.subList(0, index), invoked)) {
        return Optional.of("is an emergency without a second person");
      }
    }
    var isWaiting =
        told.getLast() instanceof BreakGlassProposed || told.getLast() instanceof ExclusionInvoked;
    return isAtRest && isWaiting ? Optional.of("waits for ever") : Optional.empty();
  }

  private static long times(List<ExclusionEvent> told, Class<? extends ExclusionEvent> kind) {
    return told.stream().filter(kind::isInstance).count();
  }

  private static boolean isOfTwo(List<ExclusionEvent> before, ExclusionInvoked invoked) {
    var second = invoked.by().actor();
    return !second.equals(invoked.report().engineer())
        && before.stream()
            .filter(BreakGlassProposed.class::isInstance)
            .map(event -> ((BreakGlassProposed) event).by().actor())
            .anyMatch(
                first -> !first.equals(second) && invoked.proposedBy().equals(Optional.of(first)));
  }
}
