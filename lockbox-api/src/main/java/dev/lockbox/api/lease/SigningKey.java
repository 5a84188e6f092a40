package dev.lockbox.api.lease;

import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.lockbox.service.Require;
import dev.lockbox.service.SecretFile;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * The key that signs leases.
 *
 * @param published its public half
 */
record SigningKey(PrivateKey secret, OctetKeyPair published) {
  private static final byte[] PROBE = {1, 2, 3};

  /**
   * @throws IllegalArgumentException when the file holds no such key, or not only its owner may
   *     read it
   */
  static SigningKey read(Path file) {
    SecretFile.requireOwnerOnly(file);
    try {
      var secret =
          KeyFactory.getInstance(PublicKeys.ED25519)
              .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(file, "PRIVATE KEY")));
      var pair = pair(secret);
      Require.that(belongTogether(pair), "%s must hold a key that can sign", file);
      return new SigningKey(secret, PublicKeys.jwk(pair.getPublic()));
    } catch (InvalidKeySpecException | InvalidKeyException other) {
      throw new IllegalArgumentException("%s must hold a key of Ed25519".formatted(file), other);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", missing);
    }
  }

  /** The signature over these bytes. */
  byte[] sign(byte[] bytes) {
    try {
      var signature = Signature.getInstance(PublicKeys.ED25519);
      signature.initSign(secret);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key that has signed before does not", impossible);
    }
  }

  /**
   * PKCS#8 holds the private half only, and the platform has no way from there to the public one
   * but its generator, which is handed what it would have drawn.
   */
  private static KeyPair pair(PrivateKey secret) throws GeneralSecurityException {
    var drawn = ((EdECPrivateKey) secret).getBytes().orElseThrow();
    var generator = KeyPairGenerator.getInstance(PublicKeys.ED25519);
    generator.initialize(NamedParameterSpec.ED25519, new Drawn(drawn));
    return generator.generateKeyPair();
  }

  private static final class Drawn extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] drawn;

    Drawn(byte[] drawn) {
      this.drawn = drawn.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(drawn, 0, bytes, 0, bytes.length);
    }
  }

  private static boolean belongTogether(KeyPair pair) throws GeneralSecurityException {
    var signature = Signature.getInstance(PublicKeys.ED25519);
    signature.initSign(pair.getPrivate());
    signature.update(PROBE);
    var signed = signature.sign();
    signature.initVerify(pair.getPublic());
    signature.update(PROBE);
    return signature.verify(signed);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SigningKey[%s]".formatted(published.getKeyID());
  }
}
