package dev.lockbox.verifier.signature;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Ed25519, with nothing left open of what RFC 8032 leaves to who verifies: every number is below
 * its modulus, and no key is a point of small order.
 */
final class Ed25519 {
  private static final byte[] SPKI_START = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final int POINT_BYTES = 32;
  private static final int SIGNATURE_BYTES = 2 * POINT_BYTES;

  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  /** One of the four points of order 8; the others mirror it. */
  private static final BigInteger Y_OF_ORDER_8 =
      littleEndian(
          HexFormat.of()
              .parseHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"));

  /** Of all points whose eightfold is nothing: whatever is signed, anybody can sign it for them. */
  private static final Set<BigInteger> Y_OF_SMALL_ORDER =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          P.subtract(BigInteger.ONE),
          Y_OF_ORDER_8,
          P.subtract(Y_OF_ORDER_8));

  private Ed25519() {}

  static boolean isForm(byte[] spki) {
    return spki.length == SPKI_START.length + POINT_BYTES
        && Arrays.equals(SPKI_START, Arrays.copyOf(spki, SPKI_START.length));
  }

  /** The platform finds out whether there is a point of such a height. */
  private static boolean isOfLargeOrder(byte[] spki) {
    var y = y(Arrays.copyOfRange(spki, SPKI_START.length, spki.length));
    return y.compareTo(P) < 0 && !Y_OF_SMALL_ORDER.contains(y);
  }

  static boolean verifies(byte[] spki, byte[] signed, byte[] signature) {
    return isOfLargeOrder(spki)
        && signature.length == SIGNATURE_BYTES
        && y(Arrays.copyOf(signature, POINT_BYTES)).compareTo(P) < 0
        && littleEndian(Arrays.copyOfRange(signature, POINT_BYTES, SIGNATURE_BYTES))
                .compareTo(ORDER)
            < 0
        && Jdk.verifies("Ed25519", "Ed25519", spki, signed, signature);
  }

  /** The highest bit is the sign of the other coordinate. */
  private static BigInteger y(byte[] point) {
    return littleEndian(point).clearBit(8 * POINT_BYTES - 1);
  }

  private static BigInteger littleEndian(byte[] bytes) {
    var reversed = new byte[bytes.length];
    for (var i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return new BigInteger(1, reversed);
  }
}
