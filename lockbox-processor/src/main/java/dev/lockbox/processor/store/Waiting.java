package dev.lockbox.processor.store;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose requests wait for a decision: an index of what the requests say themselves, rebuilt from
 * them at any time, and as large as there are such. For one thread.
 */
public final class Waiting implements Index {
  private final Map<RequestId, EngineerId> engineers = new HashMap<>();
  private final Map<EngineerId, Integer> counts = new HashMap<>();

  /** A request stands like this from here on. */
  public void note(RequestId request, AccessRequest state) {
    var before = engineers.remove(request);
    if (before != null) {
      counts.computeIfPresent(before, (engineer, count) -> count == 1 ? null : count - 1);
    }
    if (Asking.isWaiting(state)) {
      var asked = state.opened().orElseThrow().asked();
      var engineer = new EngineerId(request.tenant(), asked.engineer());
      engineers.put(request, engineer);
      counts.merge(engineer, 1, Integer::sum);
    }
  }

  /** How many requests of the engineer's wait. */
  public int of(EngineerId engineer) {
    return counts.getOrDefault(engineer, 0);
  }

  @Override
  public void clear() {
    engineers.clear();
    counts.clear();
  }
}
