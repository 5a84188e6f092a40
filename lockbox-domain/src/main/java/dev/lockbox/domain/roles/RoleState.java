package dev.lockbox.domain.roles;

import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RolesEvent.RoleDefined;
import dev.lockbox.domain.RolesEvent.RoleWithdrawn;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.staff.Role;

/** The state folded from a role's events. */
public sealed interface RoleState {
  RoleState UNDEFINED = new Undefined();

  Trail trail();

  default long version() {
    return trail().version();
  }

  record Undefined() implements RoleState {
    @Override
    public Trail trail() {
      return Trail.EMPTY;
    }
  }

  record Defined(Role role, Trail trail) implements RoleState {}

  /** Its id is closed for good. */
  record Withdrawn(Trail trail) implements RoleState {}

  /** The state after {@code event}. A released case is frozen: a new meaning is a new event. */
  static RoleState evolve(RoleState state, RolesEvent.OfRole event) {
    if (state instanceof Withdrawn) {
      throw new ImpossibleHistory(state, event);
    }
    return switch (event) {
      case RoleDefined defined -> new Defined(defined.definition(), state.trail().next(event.by()));
      case RoleWithdrawn withdrawn when state instanceof Defined ->
          new Withdrawn(state.trail().next(event.by()));
      case RoleWithdrawn withdrawn -> throw new ImpossibleHistory(state, event);
    };
  }
}
