package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.ReadingEvent.RecordUnread;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was done is read once, or it is told in time that it was not: once, and never where somebody
 * has.
 */
final class ReadOrReminded implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var waiting = new HashMap<RequestId, Instant>();
    var read = new HashSet<RequestId>();
    for (var event : evidence.recorded().map(Recorded::event).toList()) {
      if (isOutOfPlace(event, waiting, read)) {
        return Optional.of(
            "%s of %s in no place for it"
                .formatted(event.getClass().getSimpleName(), event.about().orElseThrow()));
      }
    }
    return evidence.isAtRest()
        ? waiting.keySet().stream()
            .findFirst()
            .map(one -> "nobody read what was done by %s, nor was reminded".formatted(one))
        : Optional.empty();
  }

  private static boolean isOutOfPlace(
      Event event, Map<RequestId, Instant> waiting, Set<RequestId> read) {
    switch (event) {
      case ReadingRequired required -> waiting.put(required.request(), required.remindAt());
      case RequestFaulted faulted -> waiting.remove(faulted.request());
      case RecordRead one -> {
        waiting.remove(one.request());
        return !read.add(one.request());
      }
      case RecordUnread unread -> {
        return waiting.remove(unread.request()) == null;
      }
      default -> {
        return false;
      }
    }
    return false;
  }
}
