package dev.lockbox.api.security;

import static dev.lockbox.api.security.Issuer.eddsa;
import static dev.lockbox.api.security.Issuer.es256;
import static dev.lockbox.api.security.Issuer.header;
import static dev.lockbox.api.security.Issuer.rs256;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;

/** Signatures that some libraries take for good ones. */
final class WrongSignatures {
  /** The orders of P-256 and of the base point of Ed25519 (RFC 8032, 5.1). */
  private static final BigInteger P256 =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private static final BigInteger ED25519 =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static final int HALF = 32;

  private WrongSignatures() {}

  static Stream<WrongToken> of(String good) {
    return Stream.of(ofP256(good), ofEd25519(good), ofRsa(good)).flatMap(some -> some);
  }

  /** The same token, signed by (r, n - s) where it was by (r, s): both are good, for everybody. */
  static String twinOf(String es256) {
    var signature = bytes(es256);
    return signed(es256, pair(first(signature), P256.subtract(second(signature))));
  }

  private static Stream<WrongToken> ofP256(String good) {
    var token = es256(header("ES256", "ec-1"), good);
    var signature = bytes(token);
    var r = first(signature);
    var s = second(signature);
    return Stream.of(
        j10("ES256, r and s zero", signed(token, new byte[2 * HALF])),
        j10("ES256, r zero", signed(token, pair(BigInteger.ZERO, s))),
        j10("ES256, s zero", signed(token, pair(r, BigInteger.ZERO))),
        j10("ES256, r the order", signed(token, pair(P256, s))),
        j10("ES256, s the order", signed(token, pair(r, P256))),
        j10("ES256, r and s the order", signed(token, pair(P256, P256))),
        j10("ES256, r and s one", signed(token, pair(BigInteger.ONE, BigInteger.ONE))),
        j10("ES256, r and s changed over", signed(token, pair(s, r))),
        j10("ES256 as DER", signed(token, der(signature))),
        j10("ES256, a byte less", signed(token, Arrays.copyOf(signature, 63))),
        j10("ES256, a byte more", signed(token, Arrays.copyOf(signature, 65))),
        j10("ES256, twice as long", signed(token, Arrays.copyOf(signature, 128))),
        j10("ES256, bits that stand for nothing", withIdleBit(token)));
  }

  private static Stream<WrongToken> ofEd25519(String good) {
    var token = eddsa(header("EdDSA", "ed-1"), good);
    var signature = bytes(token);
    var identity = new byte[2 * HALF];
    identity[0] = 1;
    return Stream.of(
        j10("EdDSA of zeros", signed(token, new byte[2 * HALF])),
        j10("EdDSA of the neutral element", signed(token, identity)),
        j10("EdDSA, S and the order", signed(token, plusOrder(signature, 1))),
        j10("EdDSA, S and eight times the order", signed(token, plusOrder(signature, 8))),
        j10("EdDSA, a byte less", signed(token, Arrays.copyOf(signature, 63))),
        j10("EdDSA, a byte more", signed(token, Arrays.copyOf(signature, 65))),
        j10("EdDSA, R not canonical", signed(token, notCanonical(signature))),
        j10("EdDSA, bits that stand for nothing", withIdleBit(token)));
  }

  private static Stream<WrongToken> ofRsa(String good) {
    var token = rs256(header("RS256", "rsa-1"), good);
    var signature = bytes(token);
    var longer = new byte[signature.length + 1];
    System.arraycopy(signature, 0, longer, 1, signature.length);
    var modulus = Issuer.RSA.getModulus().decodeToBigInteger();
    var beyond = new BigInteger(1, signature).add(modulus).toByteArray();
    return Stream.of(
        j10("RS256 of zeros", signed(token, new byte[signature.length])),
        j10("RS256 of one", signed(token, new byte[] {1})),
        j10("RS256 with a zero before it", signed(token, longer)),
        j10("RS256 beyond the modulus", signed(token, beyond)),
        j10("RS256, a byte less", signed(token, Arrays.copyOf(signature, signature.length - 1))),
        j10("RS256, bits that stand for nothing", withIdleBit(token)));
  }

  private static WrongToken j10(String name, String token) {
    return new WrongToken("J10", name, token);
  }

  private static byte[] bytes(String token) {
    return new Base64URL(token.substring(token.lastIndexOf('.') + 1)).decode();
  }

  private static String signed(String token, byte[] signature) {
    return token.substring(0, token.lastIndexOf('.') + 1) + Base64URL.encode(signature);
  }

  /**
   * The last character of 64 bytes carries four bits that are read by nobody, and that of 256 bytes
   * as many: another one is read as the same bytes.
   */
  private static String withIdleBit(String token) {
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    var last = alphabet.indexOf(token.charAt(token.length() - 1));
    return token.substring(0, token.length() - 1) + alphabet.charAt(last + 1);
  }

  private static BigInteger first(byte[] signature) {
    return new BigInteger(1, Arrays.copyOf(signature, HALF));
  }

  private static BigInteger second(byte[] signature) {
    return new BigInteger(1, Arrays.copyOfRange(signature, HALF, 2 * HALF));
  }

  private static byte[] pair(BigInteger first, BigInteger second) {
    var both = new byte[2 * HALF];
    put(first, both, HALF);
    put(second, both, 2 * HALF);
    return both;
  }

  /** Big-endian, ending before this place. */
  private static void put(BigInteger number, byte[] into, int end) {
    var bytes = number.toByteArray();
    var length = Math.min(bytes.length, HALF);
    System.arraycopy(bytes, bytes.length - length, into, end - length, length);
  }

  private static byte[] der(byte[] signature) {
    try {
      return ECDSA.transcodeSignatureToDER(signature);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** S is little-endian; with the order once more it is the same to who does not look. */
  private static byte[] plusOrder(byte[] signature, int times) {
    var s = new BigInteger(1, reversed(Arrays.copyOfRange(signature, HALF, 2 * HALF)));
    var more = new byte[HALF];
    put(s.add(ED25519.multiply(BigInteger.valueOf(times))), more, HALF);
    var changed = signature.clone();
    System.arraycopy(reversed(more), 0, changed, HALF, HALF);
    return changed;
  }

  /** A point whose y is not less than the prime: it stands for a smaller one. */
  private static byte[] notCanonical(byte[] signature) {
    var changed = signature.clone();
    Arrays.fill(changed, 0, HALF, (byte) 0xff);
    changed[HALF - 1] = 0x7f;
    return changed;
  }

  private static byte[] reversed(byte[] bytes) {
    var reversed = new byte[bytes.length];
    for (var at = 0; at < bytes.length; at++) {
      reversed[at] = bytes[bytes.length - 1 - at];
    }
    return reversed;
  }
}
