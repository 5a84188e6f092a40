package dev.lockbox.api.security;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant.Registered;
import java.util.Optional;

/** Who acts for a customer, as the log says. */
public interface Registry {
  /** Empty while the customer is not registered. */
  Optional<Registered> find(TenantId tenant);

  /** Whether no other instance is asked for that. */
  default boolean isHere(TenantId tenant) {
    return true;
  }
}
