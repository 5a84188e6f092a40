package dev.lockbox.domain.entitlement;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Conditions;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One action on one resource that an engineer may do now.
 *
 * @param conditions under which; whoever opens the door keeps all of them, or does not open
 * @param uses how often
 * @param from since when the first of the grants lets them that allow it now
 * @param until when the last of the grants ends that allow it now; a grant that ends earlier takes
 *     nothing away
 * @param grants every grant that allows it now; at least one
 */
public record Entitlement(
    PersonId engineer,
    ActionName action,
    ResourceName resource,
    Conditions conditions,
    Uses uses,
    Instant from,
    Instant until,
    SortedSet<RequestId> grants) {
  public Entitlement {
    grants = Collections.unmodifiableSortedSet(new TreeSet<>(grants));
    if (grants.isEmpty()) {
      throw new IllegalArgumentException("nobody is entitled to anything without a grant");
    }
  }

  /** As it is by two grants together, under the same conditions and as often. */
  Entitlement and(Entitlement other) {
    var both = new TreeSet<>(grants);
    both.addAll(other.grants);
    var later = until.isAfter(other.until) ? until : other.until;
    var earlier = from.isBefore(other.from) ? from : other.from;
    return new Entitlement(engineer, action, resource, conditions, uses, earlier, later, both);
  }
}
