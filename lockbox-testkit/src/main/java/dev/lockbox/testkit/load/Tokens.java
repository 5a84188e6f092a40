package dev.lockbox.testkit.load;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;

/** Where a client gets what it shows to the API. */
@FunctionalInterface
public interface Tokens {

  /** A token that says: this person, of this tenant, in this role. */
  String of(TenantId tenant, PersonId person, String role);
}
