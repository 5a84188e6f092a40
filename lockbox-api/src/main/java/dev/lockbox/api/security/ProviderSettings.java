package dev.lockbox.api.security;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Under which tenant the provider keeps its own roles and engineers, and which gateways may ask.
 *
 * @param provider a tenant's id, the same as the processor's; empty where roles are kept elsewhere,
 *     and nothing of them is shown or taken here
 * @param gateways ids of the provider's gateways, as their tokens name them; null where none may
 *     ask here
 */
@ConfigurationProperties("lockbox")
public record ProviderSettings(Optional<String> provider, @Nullable List<String> gateways) {
  /** Throws {@link IllegalArgumentException} when it is no tenant's id. */
  Optional<TenantId> tenant() {
    return provider.map(TenantId::new);
  }

  /** Throws {@link IllegalArgumentException} when one is no id. */
  Set<PersonId> known() {
    return gateways == null
        ? Set.of()
        : gateways.stream().map(PersonId::new).collect(Collectors.toUnmodifiableSet());
  }
}
