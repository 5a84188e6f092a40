package dev.lockbox.simulator.history;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RolesEvent.MembershipRequested;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.log.Partition;
import dev.lockbox.simulator.record.Places;
import java.util.List;

/** What managers have read of who asks to be a member, as far as it was committed. */
final class Applications {
  private Applications() {}

  /**
   * The version in which the newest one stands; 0 for none.
   *
   * @param behind by how much what was read is out of date
   */
  static long newest(List<Partition<Recorded>> events, PersonId person, RoleId role, int behind) {
    return events.get(Places.partitionOf(Places.PROVIDER)).committed(0).stream()
        .map(Entry::value)
        .filter(
            recorded ->
                recorded.event() instanceof MembershipRequested asked
                    && asked.engineer().equals(person)
                    && asked.role().equals(role))
        .mapToLong(Recorded::version)
        .map(version -> Math.max(0, version - behind))
        .reduce(0, (one, later) -> later);
  }
}
