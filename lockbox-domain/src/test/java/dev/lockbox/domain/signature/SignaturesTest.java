package dev.lockbox.domain.signature;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures of keys that are kept anywhere (J10). */
class SignaturesTest {
  private static final Payload YES = Payload.of(List.of("yes"));
  private static final Payload NO = Payload.of(List.of("no"));

  private static final String ED25519_SPKI = "302a300506032b6570032100";
  private static final String P256_SPKI = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";

  /** Source: RFC 8032, test 1: the signature of nothing at all. */
  private static final String RFC_KEY =
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  private static final String RFC_SIGNATURE =
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
          + "b46bd25bf5f0595bbe24655141438e7a100b";

  private static final BigInteger ED25519_ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static final BigInteger P256_ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static VerifyingKey ed25519(String point) {
    return new VerifyingKey(KeyKind.ED25519, Octets.of(hex(ED25519_SPKI + point)));
  }

  private static boolean isSigned(SoftKey key, Payload payload, byte[] signature) {
    return key.registered(MORNING, Optional.of(MORNING))
        .signed(payload, new Proof(key.id(), Octets.of(signature), Optional.empty()));
  }

  @Test
  void theSignatureOfTheStandardIsTaken() {
    assertThat(ed25519(RFC_KEY).verifies(new byte[0], Octets.of(hex(RFC_SIGNATURE)))).isTrue();
    assertThat(ed25519(RFC_KEY).verifies(new byte[1], Octets.of(hex(RFC_SIGNATURE)))).isFalse();
  }

  @Test
  void whatAKeySignedIsSignedAndNothingElseIs() {
    for (var key : List.of(SoftKey.ed25519(ANNA), SoftKey.es256(ANNA))) {
      var signature = key.signature(YES.bytes());
      assertThat(isSigned(key, YES, signature)).isTrue();
      assertThat(isSigned(key, NO, signature)).isFalse();
      for (var i = 0; i < signature.length; i++) {
        var flipped = signature.clone();
        flipped[i] ^= 1;
        assertThat(isSigned(key, YES, flipped)).as("byte %s", i).isFalse();
      }
      assertThat(isSigned(key, YES, Arrays.copyOf(signature, signature.length - 1))).isFalse();
      var longer = Octets.of(Arrays.copyOf(signature, signature.length + 1));
      assertThat(key.key().verifies(YES.bytes(), longer)).isFalse();
    }
  }

  @Test
  void whatAnotherKeySignedIsNotSigned() {
    var other = SoftKey.ed25519(ANNA).sign(YES);
    var key = SoftKey.ed25519(ANNA).registered(MORNING, Optional.of(MORNING));
    assertThat(key.signed(YES, other)).isFalse();
  }

  @Test
  void whatLooksLikeAnAuthenticatorsIsNotOfAKeyOfAnotherKind() {
    var key = SoftKey.es256(ANNA);
    var said = Authenticator.HONEST.asserting(YES);
    var proof = new Proof(key.id(), Octets.of(key.signature(said.signed())), Optional.of(said));
    assertThat(key.registered(MORNING, Optional.of(MORNING)).signed(YES, proof)).isFalse();
  }

  @Test
  void anEd25519SignatureHasNoSecondForm() {
    var key = SoftKey.ed25519(ANNA);
    var signature = key.signature(YES.bytes());
    var second = signature.clone();
    var s = littleEndian(Arrays.copyOfRange(signature, 32, 64)).add(ED25519_ORDER);
    for (var i = 0; i < 32; i++) {
      second[32 + i] = s.shiftRight(8 * i).byteValue();
    }
    assertThat(isSigned(key, YES, second)).isFalse();
  }

  private static BigInteger littleEndian(byte[] bytes) {
    var number = BigInteger.ZERO;
    for (var i = bytes.length - 1; i >= 0; i--) {
      number = number.shiftLeft(8).add(BigInteger.valueOf(bytes[i] & 0xff));
    }
    return number;
  }

  /** With such a key and a signature of nothing but a point, anything at all would be signed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
      })
  void aPointOfSmallOrderSignsNothing(String point) {
    var key = ed25519(point);
    var identity = "01" + "00".repeat(31);
    for (var r : List.of(point, identity)) {
      var forged = Octets.of(hex(r + "00".repeat(32)));
      for (var i = 0; i < 16; i++) {
        assertThat(key.verifies(new byte[i], forged)).isFalse();
      }
    }
  }

  @Test
  void ecdsaTakesNoNumberThatIsNoneOfItsOwn() {
    var key = SoftKey.es256(ANNA);
    for (var one : List.of(BigInteger.ZERO, P256_ORDER, BigInteger.ONE.negate())) {
      assertThat(isSigned(key, YES, der(one, BigInteger.ONE))).isFalse();
      assertThat(isSigned(key, YES, der(BigInteger.ONE, one))).isFalse();
      assertThat(isSigned(key, YES, der(one, one))).isFalse();
    }
  }

  @Test
  void ecdsaTakesOneWayOfWritingASignature() {
    var key = SoftKey.es256(ANNA);
    var signature = key.signature(YES.bytes());
    var padded = new byte[signature.length + 1];
    padded[0] = signature[0];
    padded[1] = (byte) (signature[1] + 1);
    padded[2] = signature[2];
    padded[3] = (byte) (signature[3] + 1);
    System.arraycopy(signature, 4, padded, 5, signature.length - 4);
    assertThat(padded.length > Proof.SIGNATURE_BYTES_MAX || !isSigned(key, YES, padded)).isTrue();
    assertThat(isSigned(key, YES, new byte[] {0x30, 0x06, 2, 1, 1, 2, 1, 1})).isFalse();
    assertThat(isSigned(key, YES, new byte[] {0x30, 0x00})).isFalse();
    assertThat(isSigned(key, YES, new byte[] {0x30, 6, 2, 127, 1, 2, 1, 1})).isFalse();
    assertThat(isSigned(key, YES, new byte[] {0x30, 6, 2, -1, 1, 2, 1, 1})).isFalse();
  }

  /** Authenticators make either as often, and no signature stands for a decision. */
  @Test
  void ecdsaHasASecondSignatureToEach() {
    var key = SoftKey.es256(ANNA);
    var signature = key.signature(YES.bytes());
    var r = Arrays.copyOfRange(signature, 4, 4 + signature[3]);
    var s = Arrays.copyOfRange(signature, 6 + r.length, signature.length);
    var second = der(new BigInteger(r), P256_ORDER.subtract(new BigInteger(s)));
    assertThat(isSigned(key, YES, second)).isTrue();
  }

  private static byte[] der(BigInteger r, BigInteger s) {
    var first = r.toByteArray();
    var second = s.toByteArray();
    return hex(
        "30%02x02%02x%s02%02x%s"
            .formatted(
                first.length + second.length + 4,
                first.length,
                HexFormat.of().formatHex(first),
                second.length,
                HexFormat.of().formatHex(second)));
  }

  @Test
  void aPointOffTheCurveSignsNothing() {
    var key = SoftKey.es256(ANNA);
    var off = key.key().spki().bytes();
    off[off.length - 1] ^= 1;
    var moved = new VerifyingKey(KeyKind.ES256, Octets.of(off));
    assertThat(moved.verifies(YES.bytes(), Octets.of(key.signature(YES.bytes())))).isFalse();
    var nowhere = new VerifyingKey(KeyKind.ES256, Octets.of(hex(P256_SPKI + "00".repeat(64))));
    assertThat(nowhere.verifies(YES.bytes(), Octets.of(key.signature(YES.bytes())))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "302a300506032b656e032100", // X25519
        "302a300506032b6571032100", // Ed448
        "302a300506032b6570032101", // bits left over
        "3056301006072a8648ce3d020106052b8104000a03420004" // secp256k1
      })
  void whatNamesAnotherAlgorithmOrCurveIsNoKey(String start) {
    for (var kind : KeyKind.values()) {
      var spki = Octets.of(hex(start + RFC_KEY + (start.length() > 40 ? RFC_KEY : "")));
      assertThatIllegalArgumentException().isThrownBy(() -> new VerifyingKey(kind, spki));
    }
  }

  @Test
  void aKeyOfOneKindIsNoneOfAnother() {
    var ed25519 = SoftKey.ed25519(ANNA).key().spki();
    var es256 = SoftKey.es256(ANNA).key().spki();
    assertThatIllegalArgumentException().isThrownBy(() -> new VerifyingKey(KeyKind.ES256, ed25519));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VerifyingKey(KeyKind.PASSKEY, ed25519));
    assertThatIllegalArgumentException().isThrownBy(() -> new VerifyingKey(KeyKind.ED25519, es256));
  }

  @Test
  void theIdOfAKeyIsTheKeys() {
    assertThat(ed25519(RFC_KEY).id().hex())
        .isEqualTo(HexFormat.of().formatHex(Sha256.of(hex(ED25519_SPKI + RFC_KEY))));
    assertThat(SoftKey.ed25519(ANNA).id()).isNotEqualTo(SoftKey.ed25519(ANNA).id());
  }

  @Test
  void noTwoListsOfTextsAreOnePayload() {
    assertThat(Payload.of(List.of("ab", "c"))).isNotEqualTo(Payload.of(List.of("a", "bc")));
    assertThat(Payload.of(List.of("a"))).isNotEqualTo(Payload.of(List.of("a", "")));
    assertThat(HexFormat.of().formatHex(Payload.of(List.of("ä", "")).bytes()))
        .isEqualTo("00000002c3a400000000");
  }

  @Test
  void aPayloadIsTheTextsItWasMadeOf() {
    var texts = List.of("lockbox-decision-v1", "", "ä");
    assertThat(Payload.of(texts).texts()).isEqualTo(texts);
    for (var none : List.of("00", "00000002", "ffffffff", "0000000261")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Payload(Octets.of(hex(none))).texts());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AA==", "AB", "A", "A A", "+/", "AAA=", "AA\n"})
  void bytesAreWrittenInOneWay(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Octets(text));
  }

  @Test
  void bytesAreNotToldInFull() {
    var octets = Octets.of(new byte[100]);
    assertThat(octets.toString()).hasSizeLessThan(40);
    assertThat(octets.bytes()).hasSize(100);
    assertThat(Octets.of()).isEqualTo(new Octets(""));
  }
}
