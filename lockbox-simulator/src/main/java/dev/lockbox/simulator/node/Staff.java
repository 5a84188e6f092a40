package dev.lockbox.simulator.node;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.roles.Directory;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import java.util.Map;

/** The provider's roles and people, as a task's stores have them. */
record Staff(Map<RoleId, RoleState> roles, Map<PersonId, Engineer> members) implements Directory {
  static final Staff NOBODY = new Staff(Map.of(), Map.of());

  @Override
  public RoleState role(RoleId role) {
    return roles.getOrDefault(role, RoleState.UNDEFINED);
  }

  @Override
  public Engineer engineer(PersonId engineer) {
    return members.getOrDefault(engineer, Engineer.UNKNOWN);
  }
}
