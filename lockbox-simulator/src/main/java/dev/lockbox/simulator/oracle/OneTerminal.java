package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.identity.RequestId;
import java.util.ArrayList;
import java.util.Optional;

/**
 * I3: a request ends once, and nothing happens to it afterwards but a fault, and what is said of
 * closing behind it and of what was done.
 */
final class OneTerminal implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var ended = new ArrayList<RequestId>();
    for (var recorded : evidence.recorded().toList()) {
      var event = recorded.event();
      if (event instanceof RequestEvent happened) {
        if (ended.contains(happened.request()) && !mayFollow(happened)) {
          return Optional.of(tooMuch(event));
        }
        if (Ends.isEnd(event)) {
          ended.add(happened.request());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean mayFollow(RequestEvent event) {
    return event instanceof RequestFaulted
        || event instanceof ClosingAcknowledged
        || event instanceof ClosingFailed
        || event instanceof ReadingEvent;
  }

  private static String tooMuch(Event event) {
    return "%s of %s behind its end"
        .formatted(event.getClass().getSimpleName(), event.about().orElseThrow());
  }
}
