package dev.lockbox.processor;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.TenantId;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Optional;

/**
 * Under which tenant the provider keeps its own roles and engineers.
 *
 * @param provider a tenant's id; empty where roles are not kept here, and lockbox.roles is written
 *     by an identity system, or by nobody
 * @param rolesFrom who says what roles and engineers there are
 */
@ConfigurationProperties("lockbox")
record ProviderSettings(Optional<String> provider, RolesFrom rolesFrom) {
  private static final Code OWN = new Code("lockbox.roles");
  private static final Code OTHERS = new Code("identity-system");

  /** Who writes lockbox.roles. */
  enum RolesFrom {
    /** The processor, of what is said by commands. */
    COMMANDS,
    /** An identity system; commands that say so are refused. */
    IDENTITY_SYSTEM
  }

  /** Throws {@link IllegalArgumentException} when it is no tenant's id. */
  Optional<TenantId> tenant() {
    return provider.map(TenantId::new);
  }

  /** Under which tenant commands say what roles and engineers there are; empty for none. */
  Optional<TenantId> keeper() {
    return tenant().filter(own -> rolesFrom == RolesFrom.COMMANDS);
  }

  /** How facts name where they come from. */
  Code source() {
    return keeper().isPresent() ? OWN : OTHERS;
  }
}
