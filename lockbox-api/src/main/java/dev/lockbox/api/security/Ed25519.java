package dev.lockbox.api.security;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Signatures over Curve25519 (RFC 8032), checked by the Java platform. */
final class Ed25519 {
  private static final int KEY_BYTES = 32;

  private Ed25519() {}

  /**
   * @param key the public key, 32 bytes, little-endian, the sign of x in the highest bit
   */
  static boolean verifies(byte[] key, byte[] signed, byte[] signature) {
    if (key.length != KEY_BYTES) {
      return false;
    }
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(key))));
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", missing);
    }
  }

  private static EdECPoint point(byte[] littleEndian) {
    var bigEndian = new byte[KEY_BYTES];
    for (var i = 0; i < KEY_BYTES; i++) {
      bigEndian[i] = littleEndian[KEY_BYTES - 1 - i];
    }
    var xOdd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7f;
    return new EdECPoint(xOdd, new BigInteger(1, bigEndian));
  }
}
