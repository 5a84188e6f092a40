package dev.lockbox.api.security;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;
import java.util.Set;

/**
 * Who a valid token says is calling. A claim alone grants nothing; see {@link Authority}.
 *
 * @param roles as claimed
 * @param proof when they last proved who they are; empty where their issuer does not say
 */
public record Caller(PersonId person, TenantId tenant, Set<Role> roles, Optional<Proof> proof) {
  public Caller {
    roles = Set.copyOf(roles);
  }
}
