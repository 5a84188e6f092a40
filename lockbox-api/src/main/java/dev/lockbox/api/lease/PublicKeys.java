package dev.lockbox.api.lease;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Public keys of Ed25519, as JSON Web Keys whose ids are their thumbprints (RFC 7638). */
final class PublicKeys {
  static final String ED25519 = "Ed25519";
  private static final int KEY_BYTES = 32;

  private PublicKeys() {}

  /**
   * @throws IllegalArgumentException when the file holds no such key
   */
  static OctetKeyPair read(Path file) {
    try {
      return jwk(
          KeyFactory.getInstance(ED25519)
              .generatePublic(new X509EncodedKeySpec(Pem.read(file, "PUBLIC KEY"))));
    } catch (InvalidKeySpecException other) {
      throw new IllegalArgumentException(
          "%s must hold a public key of Ed25519".formatted(file), other);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", missing);
    }
  }

  /** An encoded key ends in the key itself (RFC 8410). */
  static OctetKeyPair jwk(PublicKey key) {
    var encoded = key.getEncoded();
    var x = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    try {
      return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x))
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.EdDSA)
          .keyIDFromThumbprint()
          .build();
    } catch (JOSEException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
