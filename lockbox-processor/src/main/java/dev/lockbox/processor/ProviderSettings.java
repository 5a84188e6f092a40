package dev.lockbox.processor;

import dev.lockbox.domain.identity.TenantId;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Optional;

/**
 * Under which tenant the provider keeps its own roles and engineers.
 *
 * @param provider a tenant's id; empty where roles are not kept here, and lockbox.roles is written
 *     by an identity system, or by nobody
 */
@ConfigurationProperties("lockbox")
record ProviderSettings(Optional<String> provider) {
  /** Throws {@link IllegalArgumentException} when it is no tenant's id. */
  Optional<TenantId> tenant() {
    return provider.map(TenantId::new);
  }
}
