package dev.lockbox.verifier.signature;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * ECDSA on P-256 with SHA-256. A signature is taken in the one way that DER writes it. There is a
 * second one to each, which anybody can make of it and authenticators make as often: so no
 * signature tells one decision from another.
 */
final class Es256 {
  private static final byte[] SPKI_START =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");
  private static final int COORDINATE_BYTES = 32;
  private static final int SPKI_BYTES = SPKI_START.length + 2 * COORDINATE_BYTES;

  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private static final byte SEQUENCE = 0x30;
  private static final byte INTEGER = 0x02;

  /** Two integers of at most 33 bytes, each behind its tag and length. */
  private static final int DER_BYTES_MAX = 72;

  private Es256() {}

  static boolean isForm(byte[] spki) {
    return spki.length == SPKI_BYTES
        && Arrays.equals(SPKI_START, Arrays.copyOf(spki, SPKI_START.length));
  }

  private static BigInteger coordinate(byte[] spki, int which) {
    var from = SPKI_START.length + which * COORDINATE_BYTES;
    return new BigInteger(1, Arrays.copyOfRange(spki, from, from + COORDINATE_BYTES));
  }

  private static boolean isOnCurve(BigInteger x, BigInteger y) {
    var right = x.modPow(THREE, P).subtract(THREE.multiply(x)).add(B).mod(P);
    return x.compareTo(P) < 0 && y.compareTo(P) < 0 && y.multiply(y).mod(P).equals(right);
  }

  static boolean verifies(byte[] spki, byte[] signed, byte[] signature) {
    return isOnCurve(coordinate(spki, 0), coordinate(spki, 1))
        && isSignature(signature)
        && Jdk.verifies("EC", "SHA256withECDSA", spki, signed, signature);
  }

  /** Whether these are two numbers from 1 up to the order, and nothing besides. */
  private static boolean isSignature(byte[] der) {
    if (der.length < 8 || der.length > DER_BYTES_MAX) {
      return false;
    }
    var r = integer(der, 2);
    var s = integer(der, 4 + r.length);
    return isInOrder(r)
        && isInOrder(s)
        && Arrays.equals(der, der(new BigInteger(r), new BigInteger(s)));
  }

  private static boolean isInOrder(byte[] number) {
    return number.length > 0
        && new BigInteger(number).signum() > 0
        && new BigInteger(number).compareTo(ORDER) < 0;
  }

  /** What stands behind the tag and the length at this place; empty where that is too little. */
  private static byte[] integer(byte[] der, int tagAt) {
    if (tagAt + 2 > der.length) {
      return new byte[0];
    }
    var end = tagAt + 2 + der[tagAt + 1];
    return end <= tagAt + 2 || end > der.length
        ? new byte[0]
        : Arrays.copyOfRange(der, tagAt + 2, end);
  }

  private static byte[] der(BigInteger r, BigInteger s) {
    var first = r.toByteArray();
    var second = s.toByteArray();
    var inner = first.length + second.length + 4;
    return ByteBuffer.allocate(inner + 2)
        .put(SEQUENCE)
        .put((byte) inner)
        .put(INTEGER)
        .put((byte) first.length)
        .put(first)
        .put(INTEGER)
        .put((byte) second.length)
        .put(second)
        .array();
  }
}
