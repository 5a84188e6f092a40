package dev.lockbox.api.security;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Set;

/**
 * Who a valid token says is calling. A claim alone grants nothing; see {@link Authority}.
 *
 * @param roles as claimed
 */
public record Caller(PersonId person, TenantId tenant, Set<Role> roles) {
  public Caller {
    roles = Set.copyOf(roles);
  }
}
