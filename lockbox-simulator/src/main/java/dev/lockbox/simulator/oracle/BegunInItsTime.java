package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.RequestId;
import java.util.HashMap;
import java.util.Optional;

/** Access that was agreed on for later begins once, not before its time, and not behind its end. */
final class BegunInItsTime implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var waiting = new HashMap<RequestId, AccessScheduled>();
    for (var event : evidence.recorded().map(Recorded::event).toList()) {
      if (event instanceof AccessScheduled later) {
        waiting.put(later.request(), later);
      } else if (event instanceof AccessStarted started) {
        var later = waiting.remove(started.request());
        if (later == null
            || started.at().isBefore(later.startsAt())
            || !started.at().isBefore(later.accessUntil())) {
          return Optional.of(
              "access of %s began at %s, was agreed on as %s"
                  .formatted(started.request(), started.at(), later));
        }
      }
    }
    return Optional.empty();
  }
}
