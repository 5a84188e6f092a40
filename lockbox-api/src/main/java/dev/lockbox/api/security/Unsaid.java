package dev.lockbox.api.security;

import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;
import java.util.Set;

/**
 * What holds where a token does not say it. What it does say is never overruled.
 *
 * @param tenant whom its people act for; empty: it must say
 * @param roles what they may be at the most; the log says the rest
 */
public record Unsaid(Optional<TenantId> tenant, Set<Role> roles) {
  /** A token must say all. */
  public static final Unsaid NOTHING = new Unsaid(Optional.empty(), Set.of());

  public Unsaid {
    roles = Set.copyOf(roles);
  }
}
