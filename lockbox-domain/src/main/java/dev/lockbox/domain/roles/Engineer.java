package dev.lockbox.domain.roles;

import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RolesEvent.EngineerDescribed;
import dev.lockbox.domain.RolesEvent.MembershipApproved;
import dev.lockbox.domain.RolesEvent.MembershipDenied;
import dev.lockbox.domain.RolesEvent.MembershipEnded;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequested;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.staff.Description;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state folded from an engineer's events.
 *
 * @param description empty while nobody has said who they are
 * @param roles where they stand with each role they ask for or hold; at most {@value #ROLES_MAX}
 */
public record Engineer(
    Optional<Description> description, SortedMap<RoleId, Standing> roles, Trail trail) {
  public static final int ROLES_MAX = 32;
  public static final Engineer UNKNOWN =
      new Engineer(Optional.empty(), Collections.emptySortedMap(), Trail.EMPTY);

  public Engineer {
    roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
  }

  public long version() {
    return trail.version();
  }

  public Optional<PersonId> manager() {
    return description.flatMap(Description::manager);
  }

  /** Where they stand with a role; neither member nor asking when they never were. */
  Standing with(RoleId role) {
    return roles.getOrDefault(role, Standing.NONE);
  }

  /** Whether they stand in as many roles as they can, and this is none of them. */
  boolean hasNoRoomFor(RoleId role) {
    return roles.size() >= ROLES_MAX && !roles.containsKey(role);
  }

  /** When something of theirs must have moved on next; empty when nothing waits. */
  public Optional<Instant> deadline() {
    return roles.values().stream().flatMap(Standing::deadlines).min(Comparator.naturalOrder());
  }

  /** The state after {@code event}. A released case is frozen: a new meaning is a new event. */
  public static Engineer evolve(Engineer state, RolesEvent.OfEngineer event) {
    return switch (event) {
      case EngineerDescribed described ->
          new Engineer(
              Optional.of(described.description()), state.roles, state.trail.next(described.by()));
      case MembershipRequested asked -> state.asked(asked);
      case MembershipApproved approved -> {
        state.mustAsk(approved.role(), event);
        yield state.moved(
            approved.role(),
            state.with(approved.role()).heldUntil(approved.until()),
            state.trail.next(approved.by()));
      }
      case MembershipDenied denied -> {
        state.mustAsk(denied.role(), event);
        yield state.moved(
            denied.role(), state.with(denied.role()).settled(), state.trail.next(denied.by()));
      }
      case MembershipEnded ended -> {
        state.mustStand(ended.role(), event);
        yield state.moved(ended.role(), Standing.NONE, state.trail.next(ended.by()));
      }
      case MembershipRequestExpired expired -> {
        state.mustAsk(expired.role(), event);
        yield state.moved(expired.role(), state.with(expired.role()).settled(), state.trail.next());
      }
      case MembershipExpired expired -> {
        state.mustHold(expired.role(), event);
        yield state.moved(
            expired.role(), state.with(expired.role()).heldNoMore(), state.trail.next());
      }
    };
  }

  private Engineer asked(MembershipRequested event) {
    if (description.isEmpty() || with(event.role()).application().isPresent()) {
      throw new ImpossibleHistory(this, event);
    }
    var after = trail.next(event.by());
    var application =
        new Application(
            after.version(),
            event.roleVersion(),
            event.justification(),
            event.heldFor(),
            event.decideBy());
    return moved(event.role(), with(event.role()).applied(application), after);
  }

  private Engineer moved(RoleId role, Standing standing, Trail after) {
    var next = new TreeMap<>(roles);
    if (standing.isOver()) {
      next.remove(role);
    } else {
      next.put(role, standing);
    }
    return new Engineer(description, next, after);
  }

  private void mustAsk(RoleId role, RolesEvent event) {
    if (with(role).application().isEmpty()) {
      throw new ImpossibleHistory(this, event);
    }
  }

  private void mustHold(RoleId role, RolesEvent event) {
    if (with(role).until().isEmpty()) {
      throw new ImpossibleHistory(this, event);
    }
  }

  private void mustStand(RoleId role, RolesEvent event) {
    if (with(role).isOver()) {
      throw new ImpossibleHistory(this, event);
    }
  }
}
