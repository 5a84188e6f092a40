package dev.lockbox.events.message;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.Engineer;

/**
 * An engineer as they stand.
 *
 * @param tenant the provider's own
 */
public record EngineerSnapshot(TenantId tenant, PersonId engineer, Engineer state)
    implements RolesSnapshot {
  /** What the keys of all engineers begin with. */
  public static final String PREFIX = "engineer/";

  public static String key(PersonId engineer) {
    return PREFIX + engineer;
  }

  @Override
  public String key() {
    return key(engineer);
  }
}
