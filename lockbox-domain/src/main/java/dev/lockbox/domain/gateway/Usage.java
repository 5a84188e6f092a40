package dev.lockbox.domain.gateway;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was made of a grant.
 *
 * @param sessions that were started
 * @param inSessions how long those that have ended lasted, taken together
 * @param performed how often each granted action was
 * @param resources granted ones that something was done to
 * @param flagged things done outside of the grant
 * @param prevented things that were kept from happening
 * @param bytesRead of the customer's data; what cannot be counted any more is not
 */
public record Usage(
    long sessions,
    Duration inSessions,
    SortedMap<ActionName, Long> performed,
    SortedSet<ResourceName> resources,
    long flagged,
    long prevented,
    long bytesRead) {
  public static final Usage NONE =
      new Usage(
          0, Duration.ZERO, Collections.emptySortedMap(), Collections.emptySortedSet(), 0, 0, 0);

  public Usage {
    performed = Collections.unmodifiableSortedMap(new TreeMap<>(performed));
    resources = Collections.unmodifiableSortedSet(new TreeSet<>(resources));
  }

  /** Whether anything was done, within the grant or outside of it. */
  public boolean isSomethingDone() {
    return flagged > 0 || !performed.isEmpty();
  }

  /** One session more. */
  public Usage started() {
    return new Usage(sessions + 1, inSessions, performed, resources, flagged, prevented, bytesRead);
  }

  /** One of the sessions ended. */
  public Usage ended(Duration after) {
    return new Usage(
        sessions, inSessions.plus(after), performed, resources, flagged, prevented, bytesRead);
  }

  /** Something was kept from happening, so often. */
  public Usage prevented(int times) {
    return new Usage(
        sessions, inSessions, performed, resources, flagged, sum(prevented, times), bytesRead);
  }

  /**
   * Something was done.
   *
   * @param findings what was outside of the grant about it
   * @param granted the granted resource that it was done to, or that holds it
   */
  public Usage performed(Deed deed, Set<Finding> findings, Optional<ResourceName> granted) {
    var counts = new TreeMap<>(performed);
    var touched = new TreeSet<>(resources);
    if (!findings.contains(Finding.ACTION_NOT_GRANTED)) {
      counts.merge(deed.action(), 1L, Usage::sum);
    }
    granted.ifPresent(touched::add);
    return new Usage(
        sessions,
        inSessions,
        counts,
        touched,
        findings.isEmpty() ? flagged : flagged + 1,
        prevented,
        sum(bytesRead, deed.bytesRead()));
  }

  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
