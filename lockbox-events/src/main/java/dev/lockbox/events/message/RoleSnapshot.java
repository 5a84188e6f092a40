package dev.lockbox.events.message;

import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.RoleState;

/**
 * A lockbox role as it stands; never one that was never defined.
 *
 * @param tenant the provider's own
 */
public record RoleSnapshot(TenantId tenant, RoleId role, RoleState state) implements RolesSnapshot {
  /** What the keys of all roles begin with. */
  public static final String PREFIX = "role/";

  public RoleSnapshot {
    if (state instanceof RoleState.Undefined) {
      throw new IllegalArgumentException(
          "role %s was never defined: there is nothing to keep".formatted(role));
    }
  }

  public static String key(RoleId role) {
    return PREFIX + role;
  }

  @Override
  public String key() {
    return key(role);
  }
}
