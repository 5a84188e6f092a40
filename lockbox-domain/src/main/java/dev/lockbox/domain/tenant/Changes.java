package dev.lockbox.domain.tenant;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Who changed the tenant's rules, and when last; the longest ago first.
 *
 * @param last at most {@value #REMEMBERED_MAX}, more than there are people who may change anything
 */
public record Changes(SequencedMap<PersonId, Instant> last) {
  public static final int REMEMBERED_MAX = 2 * Membership.MEMBERS_MAX;
  public static final Changes NONE = new Changes(new LinkedHashMap<>());

  public Changes {
    last = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(last));
  }

  Changes and(PersonId person, Instant at) {
    var more = new LinkedHashMap<>(last);
    more.putLast(person, at);
    if (more.size() > REMEMBERED_MAX) {
      more.pollFirstEntry();
    }
    return new Changes(more);
  }
}
