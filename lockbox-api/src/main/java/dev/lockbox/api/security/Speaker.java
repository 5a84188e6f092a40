package dev.lockbox.api.security;

import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.tenant.Tenant.Registered;
import java.util.Optional;
import java.util.Set;

/**
 * Whose word it is that somebody is who they are. Where the log names issuers for their customer,
 * those speak and no others; only where it names none, the settings say.
 *
 * @param issuer as its tokens have it, compared to the letter
 * @param isTakenUnnamed whether the settings let it speak for this customer; worth nothing where
 *     the log names issuers
 */
public record Speaker(String issuer, boolean isTakenUnnamed) {
  /** Whether its word on who this customer's people are is taken. */
  boolean speaksFor(Registered customer) {
    var named = customer.issuers();
    return named.isEmpty() ? isTakenUnnamed : isAmong(named);
  }

  /** For whom nothing is in the log, whoever may speak is told of nothing. */
  boolean speaksFor(Optional<Registered> customer) {
    return customer.map(this::speaksFor).orElse(isTakenUnnamed);
  }

  private boolean isAmong(Set<Issuer> named) {
    return named.stream().anyMatch(one -> one.url().equals(issuer));
  }
}
