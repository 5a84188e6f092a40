package dev.lockbox.verifier.signature;

import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;

/** What the platform computes. */
final class Jdk {
  private Jdk() {}

  static boolean verifies(
      String keys, String algorithm, byte[] spki, byte[] signed, byte[] signature) {
    try {
      var verifier = Signature.getInstance(algorithm);
      verifier.initVerify(key(keys, spki));
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (InvalidKeySpecException | InvalidKeyException | SignatureException none) {
      // What is no key has signed nothing, and what is no signature is none of this key's.
      return false;
    } catch (NoSuchAlgorithmException missing) {
      throw missing(algorithm, missing);
    }
  }

  private static PublicKey key(String keys, byte[] spki) throws InvalidKeySpecException {
    try {
      return KeyFactory.getInstance(keys).generatePublic(new X509EncodedKeySpec(spki));
    } catch (NoSuchAlgorithmException missing) {
      throw missing(keys, missing);
    }
  }

  private static IllegalStateException missing(String what, NoSuchAlgorithmException missing) {
    return new IllegalStateException("every Java platform has %s".formatted(what), missing);
  }
}
