package dev.lockbox.api.security;

import dev.lockbox.domain.identity.TenantId;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Optional;

/**
 * Under which tenant the provider keeps its own roles and engineers.
 *
 * @param provider a tenant's id, the same as the processor's; empty where roles are kept elsewhere,
 *     and nothing of them is shown or taken here
 */
@ConfigurationProperties("lockbox")
public record ProviderSettings(Optional<String> provider) {
  /** Throws {@link IllegalArgumentException} when it is no tenant's id. */
  Optional<TenantId> tenant() {
    return provider.map(TenantId::new);
  }
}
