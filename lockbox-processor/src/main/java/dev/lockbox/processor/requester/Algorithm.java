package dev.lockbox.processor.requester;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.VerifyingKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** How an issuer may sign. Each goes with one kind of key, so no key serves for another kind. */
enum Algorithm {
  RS256("RS256") {
    @Override
    boolean fits(JWK key) {
      return key instanceof RSAKey rsa && rsa.size() >= RSA_BITS_MIN;
    }

    @Override
    boolean verifies(JWK key, SignedJWT token) throws JOSEException {
      return token.verify(new RSASSAVerifier(key.toRSAKey()));
    }
  },
  ES256("ES256") {
    @Override
    boolean fits(JWK key) {
      return key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256);
    }

    @Override
    boolean verifies(JWK key, SignedJWT token) throws JOSEException {
      return token.verify(new ECDSAVerifier(key.toECKey()));
    }
  },
  EDDSA("EdDSA") {
    @Override
    boolean fits(JWK key) {
      return key instanceof OctetKeyPair okp && okp.getCurve().equals(Curve.Ed25519);
    }

    /** As everywhere here: with nothing left open of what RFC 8032 leaves to who verifies. */
    @Override
    boolean verifies(JWK key, SignedJWT token) {
      var point = key.toOctetKeyPair().getDecodedX();
      var spki =
          ByteBuffer.allocate(SPKI_START.length + point.length).put(SPKI_START).put(point).array();
      return new VerifyingKey(KeyKind.ED25519, Octets.of(spki))
          .verifies(token.getSigningInput(), Octets.of(token.getSignature().decode()));
    }
  };

  private static final int RSA_BITS_MIN = 2048;
  private static final byte[] SPKI_START = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String wireName;

  Algorithm(String wireName) {
    this.wireName = wireName;
  }

  /** Whether this kind of key is for it. */
  abstract boolean fits(JWK key);

  /** Whether the signature is this key's; the key must fit. */
  abstract boolean verifies(JWK key, SignedJWT token) throws JOSEException;

  /** The one of this very name; another letter case is another name. */
  static Optional<Algorithm> named(String name) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(name)).findFirst();
  }

  /** Whether a key is for any of them. */
  static boolean anyFits(JWK key) {
    return Arrays.stream(values()).anyMatch(one -> one.fits(key));
  }
}
