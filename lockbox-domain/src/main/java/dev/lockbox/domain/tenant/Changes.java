package dev.lockbox.domain.tenant;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Who changed the tenant's rules, and when last; the longest ago first.
 *
 * @param last at most {@value #REMEMBERED_MAX}, more than there are people who may change anything
 * @param waiting those of them who may not approve before then
 */
public record Changes(SequencedMap<PersonId, Instant> last, Map<PersonId, Instant> waiting) {
  public static final int REMEMBERED_MAX = 2 * Membership.MEMBERS_MAX;
  public static final Changes NONE = new Changes(new LinkedHashMap<>(), Map.of());

  public Changes {
    last = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(last));
    waiting = Map.copyOf(waiting);
  }

  /**
   * @param wait how long the person may not approve from then on
   */
  Changes and(PersonId person, Instant at, Duration wait) {
    var more = new LinkedHashMap<>(last);
    more.putLast(person, at);
    if (more.size() > REMEMBERED_MAX) {
      more.pollFirstEntry();
    }
    var until = new LinkedHashMap<>(waiting);
    if (wait.isPositive()) {
      until.merge(person, at.plus(wait), (one, other) -> one.isAfter(other) ? one : other);
    }
    return new Changes(more, stillOf(more, until));
  }

  private static Map<PersonId, Instant> stillOf(
      Map<PersonId, Instant> remembered, Map<PersonId, Instant> until) {
    return until.entrySet().stream()
        .filter(one -> remembered.containsKey(one.getKey()))
        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
