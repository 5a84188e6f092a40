package dev.lockbox.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;

/** How a token may be signed. Each goes with one kind of key, so no key serves for another kind. */
enum Algorithm {
  RS256("RS256", "SHA-256") {
    @Override
    boolean fits(JWK key) {
      return key instanceof RSAKey rsa && rsa.size() >= RSA_BITS_MIN;
    }

    @Override
    boolean verifies(JWK key, JWSHeader header, byte[] signed, Base64URL signature)
        throws JOSEException {
      return check(new RSASSAVerifier(key.toRSAKey()), header, signed, signature);
    }
  },
  ES256("ES256", "SHA-256") {
    @Override
    boolean fits(JWK key) {
      return key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256);
    }

    @Override
    boolean verifies(JWK key, JWSHeader header, byte[] signed, Base64URL signature)
        throws JOSEException {
      return check(new ECDSAVerifier(key.toECKey()), header, signed, signature);
    }
  },
  EDDSA("EdDSA", "SHA-512") {
    @Override
    boolean fits(JWK key) {
      return key instanceof OctetKeyPair okp && okp.getCurve().equals(Curve.Ed25519);
    }

    @Override
    boolean verifies(JWK key, JWSHeader header, byte[] signed, Base64URL signature) {
      return Ed25519.verifies(key.toOctetKeyPair().getDecodedX(), signed, signature.decode());
    }
  };

  private static final int RSA_BITS_MIN = 2048;
  private final String wireName;
  private final String hash;

  Algorithm(String wireName, String hash) {
    this.wireName = wireName;
    this.hash = hash;
  }

  /** The hash that it works on, by the Java platform's name. */
  String hash() {
    return hash;
  }

  /** Whether this kind of key is for it. */
  abstract boolean fits(JWK key);

  /** Whether the signature is this key's over these bytes; the key must fit. */
  abstract boolean verifies(JWK key, JWSHeader header, byte[] signed, Base64URL signature)
      throws JOSEException;

  /** Whether this is its very name; another letter case is another name. */
  boolean isNamed(String name) {
    return wireName.equals(name);
  }

  /** The algorithm of this name. */
  static Algorithm named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.isNamed(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("algorithm %s is not taken".formatted(name)));
  }

  private static boolean check(
      JWSVerifier verifier, JWSHeader header, byte[] signed, Base64URL signature)
      throws JOSEException {
    return verifier.verify(header, signed, signature);
  }
}
