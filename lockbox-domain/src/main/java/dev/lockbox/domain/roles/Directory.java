package dev.lockbox.domain.roles;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;

/** The provider's roles and engineers as they stand where a command is decided. */
public interface Directory {
  /** {@link RoleState#UNDEFINED} when there never was one. */
  RoleState role(RoleId role);

  /** {@link Engineer#UNKNOWN} when nobody has said who they are. */
  Engineer engineer(PersonId engineer);
}
