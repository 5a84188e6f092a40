package dev.lockbox.notifier;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Notice;
import dev.lockbox.events.message.Notice.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Notices by their event. Filled when partitions are taken over, and emptied as their events pass
 * by, so that it is large for a moment only: some hundred bytes for every notice there ever was.
 */
final class Remembered {
  private final Map<TenantId, Map<Long, Map<PersonId, Notice>>> notices = new HashMap<>();

  /** The newest word counts, except that what was sent stays sent. */
  void put(Notice notice) {
    var key = notice.key();
    notices
        .computeIfAbsent(key.tenant(), tenant -> new HashMap<>())
        .computeIfAbsent(key.sequence(), sequence -> new HashMap<>())
        .merge(key.recipient(), notice, (old, newer) -> old.status() == Status.SENT ? old : newer);
  }

  void remove(Notice.Key key) {
    of(key.tenant(), key.sequence()).remove(key.recipient());
  }

  /** What is remembered of one event, which is forgotten here with that. */
  Map<PersonId, Notice> take(TenantId tenant, long sequence) {
    var bySequence = notices.getOrDefault(tenant, Map.of());
    if (!bySequence.containsKey(sequence)) {
      return Map.of();
    }
    return bySequence.remove(sequence);
  }

  void addAll(Remembered more) {
    more.notices
        .values()
        .forEach(events -> events.values().forEach(people -> people.values().forEach(this::put)));
  }

  void forget(Predicate<TenantId> whose) {
    notices.keySet().removeIf(whose);
  }

  private Map<PersonId, Notice> of(TenantId tenant, long sequence) {
    return notices.getOrDefault(tenant, Map.of()).getOrDefault(sequence, new HashMap<>());
  }
}
