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
 * @param speaker whose word it is
 */
public record Caller(
    PersonId person, TenantId tenant, Set<Role> roles, Optional<Proof> proof, Speaker speaker) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** The same, on the word of an issuer that the settings let speak for their customer, or not. */
  public Caller takenUnnamed(boolean isTaken) {
    return new Caller(person, tenant, roles, proof, new Speaker(speaker.issuer(), isTaken));
  }
}
