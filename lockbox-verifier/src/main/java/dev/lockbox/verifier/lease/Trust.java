package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.KeySet;
import java.time.Duration;

/**
 * Whom an enforcement point believes, and what it is called itself.
 *
 * @param keys of the lockbox
 * @param issuer the lockbox's name in its leases
 * @param self the enforcement point's own id, for which alone its leases are
 * @param allowance by how much its own clock may differ from the lockbox's; 0 to 60 s
 */
public record Trust(KeySet keys, String issuer, String self, Duration allowance) {
  public static final Duration ALLOWANCE_MAX = Duration.ofSeconds(60);

  public Trust {
    if (allowance.isNegative() || allowance.compareTo(ALLOWANCE_MAX) > 0) {
      throw new IllegalArgumentException(
          "allowance must be from PT0S to %s, was %s".formatted(ALLOWANCE_MAX, allowance));
    }
  }
}
