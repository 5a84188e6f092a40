package dev.lockbox.adapter;

import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.message.RequestSnapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the state topic says of every request under which there is access, or was until lately: the
 * newest word on each counts. Safe for several threads.
 */
final class Grants {
  /** By the key of the record that said so, which is also the request's name. */
  private final Map<String, Grant> byKey = new HashMap<>();

  /**
   * @param at when it came to stand so
   */
  synchronized void hear(RequestSnapshot snapshot, Instant at) {
    var key = snapshot.request().toString();
    Grant.of(snapshot, at).ifPresentOrElse(grant -> byKey.put(key, grant), () -> byKey.remove(key));
  }

  /** A record with this key says something that nobody can read: it grants nothing. */
  synchronized void lose(String key, Instant at) {
    byKey.computeIfPresent(key, (same, grant) -> grant.lost(at));
  }

  /** What was over by then, and nobody waits for, is known no more. */
  synchronized void forget(Instant shutBefore) {
    byKey
        .values()
        .removeIf(
            grant ->
                grant.granted().isEmpty()
                    && grant.awaited().isEmpty()
                    && grant.shutFrom().isBefore(shutBefore));
  }

  synchronized Optional<Grant> find(RequestId request) {
    return Optional.ofNullable(byKey.get(request.toString()));
  }

  /** As they stand now; a copy. */
  synchronized Map<RequestId, Grant> all() {
    var all = new HashMap<RequestId, Grant>();
    byKey.values().forEach(grant -> all.put(grant.request(), grant));
    return all;
  }
}
