package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where enforcement points must say that they closed, each says so once or it is told in time that
 * it did not: once, not too early, and of whom.
 */
final class ClosedOrAlarmed implements Invariant {
  /** Who has not said so yet. */
  private static final class Waiting {
    private final ClosingRequired required;
    private final Set<PointId> missing;
    private boolean isAlarmed;

    Waiting(ClosingRequired required) {
      this.required = required;
      this.missing = new TreeSet<>(required.due().points());
    }

    boolean takes(ClosingAcknowledged said) {
      return missing.remove(said.point());
    }

    boolean takes(ClosingFailed failed) {
      var isFirst = !isAlarmed;
      isAlarmed = true;
      return isFirst && failed.missing().equals(missing);
    }

    boolean isForgotten() {
      return !missing.isEmpty() && !isAlarmed;
    }
  }

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var waiting = new HashMap<RequestId, Waiting>();
    for (var event : evidence.recorded().map(Recorded::event).toList()) {
      if (event instanceof ClosingRequired required) {
        waiting.put(required.request(), new Waiting(required));
      } else if (event instanceof RequestFaulted faulted) {
        waiting.remove(faulted.request());
      } else if (isOutOfPlace(waiting, event)) {
        return Optional.of(
            "%s of %s in no place for it"
                .formatted(event.getClass().getSimpleName(), event.about().orElseThrow()));
      }
    }
    return evidence.isAtRest()
        ? waiting.values().stream()
            .filter(Waiting::isForgotten)
            .findFirst()
            .map(one -> "nobody closed for %s, nor said so".formatted(one.required.request()))
        : Optional.empty();
  }

  private static boolean isOutOfPlace(Map<RequestId, Waiting> waiting, Event event) {
    return switch (event) {
      case ClosingAcknowledged said ->
          !waiting.containsKey(said.request()) || !waiting.get(said.request()).takes(said);
      case ClosingFailed failed ->
          !waiting.containsKey(failed.request()) || !waiting.get(failed.request()).takes(failed);
      default -> false;
    };
  }
}
