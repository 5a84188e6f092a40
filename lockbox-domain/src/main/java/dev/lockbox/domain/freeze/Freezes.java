package dev.lockbox.domain.freeze;

import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.QuarantineId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What freezes a tenant's grants just now.
 *
 * @param by records in quarantine that nobody has settled; at most {@value #RECORDS_MAX}, and
 *     further ones change nothing: the tenant is frozen already
 * @param trail of what was frozen and released, with a version of its own
 */
public record Freezes(SortedSet<QuarantineId> by, Trail trail) {
  public static final Freezes NONE = new Freezes(Collections.emptySortedSet(), Trail.EMPTY);

  /** Garbage may come by the thousand; an operator reads the first hundred. */
  public static final int RECORDS_MAX = 100;

  public Freezes {
    by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
  }

  public boolean isFrozen() {
    return !by.isEmpty();
  }

  /** Whether this record changes nothing any more: it freezes already, or enough others do. */
  boolean covers(QuarantineId quarantine) {
    return by.contains(quarantine) || by.size() >= RECORDS_MAX;
  }

  /** The state after {@code event}. A released case is frozen: a new meaning is a new event. */
  public static Freezes evolve(Freezes state, GrantsEvent event) {
    return switch (event) {
      case GrantsFrozen frozen -> state.frozen(frozen);
      case GrantsReleased released -> state.released(released);
    };
  }

  private Freezes frozen(GrantsFrozen event) {
    var more = new TreeSet<>(by);
    if (!more.add(event.quarantine())) {
      throw new ImpossibleHistory(this, event);
    }
    return new Freezes(more, event.attempted().map(trail::next).orElseGet(trail::next));
  }

  private Freezes released(GrantsReleased event) {
    var less = new TreeSet<>(by);
    if (!less.remove(event.quarantine())) {
      throw new ImpossibleHistory(this, event);
    }
    return new Freezes(less, trail.next(event.by()));
  }
}
