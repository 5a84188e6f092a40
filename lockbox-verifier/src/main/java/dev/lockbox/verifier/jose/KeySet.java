package dev.lockbox.verifier.jose;

import dev.lockbox.verifier.jose.Json.Members;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The public keys that are believed, by their ids. An id is the key's thumbprint (RFC 7638), so
 * nobody can put another key in its place.
 */
public final class KeySet {
  /** Keys in a set: the one that signs, and those it follows. */
  public static final int KEYS_MAX = 16;

  static final String ED25519 = "Ed25519";
  private static final int KEY_BYTES = 32;
  private static final int SIGN_BIT = 0x80;

  private final Map<String, PublicKey> keys;

  private KeySet(Map<String, PublicKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * The keys of a JWK Set (RFC 7517).
   *
   * @param utf8 as it was fetched when the enforcement point was set up, and not with a lease
   * @throws Malformed when one of them is not a public key of Ed25519 under its thumbprint, or
   *     there are none, or too many
   */
  public static KeySet parse(byte[] utf8) throws Malformed {
    var listed = Json.object(utf8).items("keys");
    if (listed.isEmpty() || listed.size() > KEYS_MAX) {
      throw new Malformed("1 to %s keys were expected".formatted(KEYS_MAX));
    }
    var keys = new HashMap<String, PublicKey>();
    for (var one : listed) {
      if (!(one instanceof Members key)) {
        throw new Malformed("a key was expected to be an object");
      }
      keys.put(id(key), key(key));
    }
    return new KeySet(keys);
  }

  /** The key of this id; empty for one that is not believed. */
  public Optional<PublicKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  private static String id(Members key) throws Malformed {
    if (!key.text("kty").equals("OKP") || !key.text("crv").equals(ED25519)) {
      throw new Malformed("a key of Ed25519 was expected");
    }
    if (key.all().containsKey("d")) {
      throw new Malformed("a public key was expected, this one is private");
    }
    var thumbprint = thumbprint(key.text("x"));
    if (!key.text("kid").equals(thumbprint)) {
      throw new Malformed("kid was expected to be the key's thumbprint");
    }
    return thumbprint;
  }

  /** Of the members that RFC 8037 names, in their order, without a blank. */
  private static String thumbprint(String x) {
    var canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x);
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return Base64Url.encode(sha256.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static PublicKey key(Members key) throws Malformed {
    var littleEndian = Base64Url.decode(key.text("x"));
    if (littleEndian.length != KEY_BYTES) {
      throw new Malformed("x was expected to be %s bytes".formatted(KEY_BYTES));
    }
    try {
      var spec = new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(littleEndian));
      var point = KeyFactory.getInstance(ED25519).generatePublic(spec);
      Signature.getInstance(ED25519).initVerify(point); // who else would look whether it is one
      return point;
    } catch (GeneralSecurityException noPoint) {
      throw new Malformed("x was expected to be a point of the curve");
    }
  }

  /** RFC 8032: y, and in the highest bit whether x is odd. */
  private static EdECPoint point(byte[] littleEndian) {
    var bigEndian = new byte[KEY_BYTES];
    for (var i = 0; i < KEY_BYTES; i++) {
      bigEndian[i] = littleEndian[KEY_BYTES - 1 - i];
    }
    var isOdd = (bigEndian[0] & SIGN_BIT) != 0;
    bigEndian[0] &= (byte) ~SIGN_BIT;
    return new EdECPoint(isOdd, new BigInteger(1, bigEndian));
  }
}
