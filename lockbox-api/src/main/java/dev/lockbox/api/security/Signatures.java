package dev.lockbox.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import dev.lockbox.domain.decision.Fingerprint;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;

/**
 * Checks signatures, and remembers the good ones: people send the same token with every request,
 * and checking took a third of what a decision cost. That a key made a signature never changes, so
 * nothing is believed longer for it: which key the issuer has, and what the token claims, is looked
 * at each time. Safe for several threads.
 */
@Singleton
final class Signatures {
  /** Some hundred bytes each. */
  private static final int REMEMBERED_MAX = 10_000;

  private final Cache<Good, Boolean> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

  /** That a key made a signature; the token itself is not kept. */
  private record Good(Algorithm algorithm, JWK key, Fingerprint token) {}

  /**
   * Whether the key made the signature; the key must fit the algorithm.
   *
   * @param parts header, claims and signature, each in base64url
   */
  boolean isGood(Algorithm algorithm, JWK key, String[] parts)
      throws JOSEException, ParseException {
    var good = new Good(algorithm, key, Fingerprint.of(List.of(parts)));
    if (known.getIfPresent(good) != null) {
      return true;
    }
    var header = JWSHeader.parse(new Base64URL(parts[0]));
    var signed = ascii(parts[0] + "." + parts[1]);
    if (!algorithm.verifies(key, header, signed, new Base64URL(parts[2]))) {
      return false;
    }
    known.put(good, true);
    return true;
  }

  private static byte[] ascii(String part) {
    return part.getBytes(StandardCharsets.US_ASCII);
  }
}
