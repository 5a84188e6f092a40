package dev.lockbox.processor.requester;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The public keys of an issuer, by their names; read once, and never fetched. */
public final class IssuerKeys {
  private static final int KEYS_MAX = 32;

  private final Map<String, JWK> byName = new HashMap<>();

  private IssuerKeys() {}

  /**
   * @param text a JWK Set (RFC 7517): keys of RSA (2048 bits at least), P-256 or Ed25519, each with
   *     a {@code kid} of its own
   * @throws IllegalArgumentException when it is none such, or holds what is the issuer's alone
   */
  public static IssuerKeys parse(String text) {
    var keys = new IssuerKeys();
    for (var key : set(text).getKeys()) {
      keys.add(key);
    }
    if (keys.byName.isEmpty() || keys.byName.size() > KEYS_MAX) {
      throw new IllegalArgumentException(
          "there must be 1 to %s keys, were %s".formatted(KEYS_MAX, keys.byName.size()));
    }
    return keys;
  }

  private static JWKSet set(String text) {
    try {
      return JWKSet.parse(text);
    } catch (ParseException noSet) {
      throw new IllegalArgumentException("it is no JWK Set", noSet);
    }
  }

  private void add(JWK key) {
    if (key.isPrivate()) {
      throw new IllegalArgumentException("it holds a private key, which is the issuer's alone");
    }
    if (key.getKeyID() == null || !Algorithm.anyFits(key)) {
      throw new IllegalArgumentException(
          "each key must have a kid, and be of RSA (2048 bits at least), P-256 or Ed25519");
    }
    if (byName.put(key.getKeyID(), key) != null) {
      throw new IllegalArgumentException("key %s is twice".formatted(key.getKeyID()));
    }
  }

  Optional<JWK> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
