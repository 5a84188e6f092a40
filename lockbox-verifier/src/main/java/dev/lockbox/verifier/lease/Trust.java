package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.KeySet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whom an enforcement point believes, and what it is called itself.
 *
 * @param keys of the lockbox
 * @param issuer the lockbox's name in its leases
 * @param self the enforcement point's own id, for which alone its leases are
 * @param allowance by how much its own clock may differ from the lockbox's; 0 to 60 s
 * @param demands whose people must have signed, by customer; of others nobody need have
 */
public record Trust(
    KeySet keys, String issuer, String self, Duration allowance, Map<String, Demand> demands) {
  public static final Duration ALLOWANCE_MAX = Duration.ofSeconds(60);

  /** Nobody need have signed: the lockbox is believed. */
  public Trust(KeySet keys, String issuer, String self, Duration allowance) {
    this(keys, issuer, self, allowance, Map.of());
  }

  public Trust {
    demands = Map.copyOf(demands);
    if (allowance.isNegative() || allowance.compareTo(ALLOWANCE_MAX) > 0) {
      throw new IllegalArgumentException(
          "allowance must be from PT0S to %s, was %s".formatted(ALLOWANCE_MAX, allowance));
    }
  }

  /** The same, where of this customer's grants no other opens anything. */
  public Trust demanding(String tenant, Demand demand) {
    var more = new HashMap<>(demands);
    more.put(tenant, demand);
    return new Trust(keys, issuer, self, allowance, more);
  }

  Optional<Demand> demand(String tenant) {
    return Optional.ofNullable(demands.get(tenant));
  }
}
