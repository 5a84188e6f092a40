package dev.lockbox.api.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When and how somebody last proved who they are, as their issuer says.
 *
 * @param acr how, in the issuer's words; empty where it does not say
 */
public record Proof(Instant at, Optional<String> acr) {
  /**
   * Whether it will do for a yes.
   *
   * @param maxAge how long ago it may have been
   * @param ways of which it must be one; empty for any
   */
  public boolean isFresh(Duration maxAge, List<String> ways, Instant now) {
    return at.plus(maxAge).isAfter(now)
        && (ways.isEmpty() || acr.filter(ways::contains).isPresent());
  }
}
