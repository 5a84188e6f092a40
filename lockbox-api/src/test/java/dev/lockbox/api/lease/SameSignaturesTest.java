package dev.lockbox.api.lease;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.MORNING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.Assertion;
import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Passkey;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.RelyingParty;
import dev.lockbox.domain.signature.VerifyingKey;
import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.signature.Texts;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What approvers sign is looked at twice, by rules that are written down twice: by the processor,
 * and by gateways that believe neither it nor us. Both find the same of the same bytes.
 */
class SameSignaturesTest {
  private static final int TRIES = 400;
  private static final RelyingParty PORTAL =
      new RelyingParty("lockbox.example", "https://portal.lockbox.example");
  private static final Payload YES = Payload.of(List.of("lockbox-decision-v1", "contoso", "é"));
  private static final String CLIENT_DATA =
      "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
          .formatted(YES.challenge().base64Url(), PORTAL.origin());

  private final Random random = new Random(105);

  /** A key with both halves. */
  private record Key(KeyKind kind, KeyPair pair) {
    static Key of(KeyKind kind) throws GeneralSecurityException {
      var generator = KeyPairGenerator.getInstance(kind == KeyKind.ED25519 ? "Ed25519" : "EC");
      if (kind != KeyKind.ED25519) {
        generator.initialize(256);
      }
      return new Key(kind, generator.generateKeyPair());
    }

    byte[] spki() {
      return pair.getPublic().getEncoded();
    }

    byte[] sign(byte[] bytes) throws GeneralSecurityException {
      var signer = Signature.getInstance(kind == KeyKind.ED25519 ? "Ed25519" : "SHA256withECDSA");
      signer.initSign(pair.getPrivate());
      signer.update(bytes);
      return signer.sign();
    }
  }

  /** What is said of a signature, in bytes. */
  private record Said(byte[] payload, byte[] signature, Optional<byte[][]> assertion) {}

  private static boolean domain(KeyKind kind, byte[] spki, Said said) {
    return isTrue(
        () -> {
          var key = new VerifyingKey(kind, Octets.of(spki));
          var passkey =
              kind == KeyKind.PASSKEY
                  ? Optional.of(new Passkey(PORTAL, Octets.of(new byte[1])))
                  : Optional.<Passkey>empty();
          var assertion =
              said.assertion().map(both -> new Assertion(Octets.of(both[0]), Octets.of(both[1])));
          return new ApproverKey(ANNA, key, passkey, MORNING, Optional.of(MORNING))
              .signed(
                  new Payload(Octets.of(said.payload())),
                  new Proof(key.id(), Octets.of(said.signature()), assertion));
        });
  }

  private static boolean verifier(KeyKind kind, byte[] spki, Said said) {
    return isTrue(
        () -> {
          var party =
              kind == KeyKind.PASSKEY
                  ? Optional.of(
                      new dev.lockbox.verifier.signature.RelyingParty(PORTAL.id(), PORTAL.origin()))
                  : Optional.<dev.lockbox.verifier.signature.RelyingParty>empty();
          var assertion =
              said.assertion()
                  .map(both -> new dev.lockbox.verifier.signature.Assertion(both[0], both[1]));
          return new dev.lockbox.verifier.signature.ApproverKey(
                  "anna", dev.lockbox.verifier.signature.KeyKind.valueOf(kind.name()), spki, party)
              .signed(
                  said.payload(),
                  new dev.lockbox.verifier.signature.Proof(said.signature(), assertion));
        });
  }

  /** What can be no key and no signature at all is not signed either. */
  private static boolean isTrue(Supplier<Boolean> look) {
    try {
      return look.get();
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private static boolean both(KeyKind kind, byte[] spki, Said said) {
    var is = domain(kind, spki, said);
    assertThat(verifier(kind, spki, said))
        .as("%s %s", kind, HexFormat.of().formatHex(said.signature()))
        .isEqualTo(is);
    return is;
  }

  private static Said honest(Key key) throws GeneralSecurityException {
    return key.kind() == KeyKind.PASSKEY
        ? asserted(key, PORTAL.id(), 0x05, CLIENT_DATA, 37)
        : new Said(bytes(YES), key.sign(bytes(YES)), Optional.empty());
  }

  private static Said asserted(Key key, String rpId, int flags, String clientData, int length)
      throws GeneralSecurityException {
    var data =
        ByteBuffer.allocate(length).put(sha256(rpId.getBytes(UTF_8))).put((byte) flags).array();
    var said = clientData.getBytes(UTF_8);
    var signed = ByteBuffer.allocate(length + 32).put(data).put(sha256(said)).array();
    return new Said(bytes(YES), key.sign(signed), Optional.of(new byte[][] {data, said}));
  }

  private static byte[] bytes(Payload payload) {
    return payload.octets().bytes();
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void whatIsSignedIsAndWhateverIsChangedIsNot(KeyKind kind) throws GeneralSecurityException {
    var key = Key.of(kind);
    var honest = honest(key);
    assertThat(both(kind, key.spki(), honest)).isTrue();
    for (var i = 0; i < TRIES; i++) {
      var payload = changed(honest.payload());
      var signature = changed(honest.signature());
      var assertion = honest.assertion().map(this::oneChanged);
      both(kind, key.spki(), new Said(payload, honest.signature(), honest.assertion()));
      both(kind, key.spki(), new Said(honest.payload(), signature, honest.assertion()));
      both(kind, key.spki(), new Said(honest.payload(), honest.signature(), assertion));
      both(kind, changed(key.spki()), honest);
    }
  }

  /** A bit, some bytes fewer or more, or nothing but garbage. */
  private byte[] changed(byte[] bytes) {
    var other = bytes.clone();
    switch (random.nextInt(4)) {
      case 0 -> other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> other = Arrays.copyOf(other, random.nextInt(other.length));
      case 2 -> other = Arrays.copyOf(other, other.length + 1 + random.nextInt(80));
      default -> random.nextBytes(other);
    }
    return other;
  }

  private byte[][] oneChanged(byte[][] both) {
    return random.nextBoolean()
        ? new byte[][] {changed(both[0]), both[1]}
        : new byte[][] {both[0], changed(both[1])};
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void aKeyIsOfOneKind(KeyKind kind) throws GeneralSecurityException {
    var key = Key.of(kind);
    for (var other : KeyKind.values()) {
      assertThat(both(other, key.spki(), honest(key))).isEqualTo(other == kind);
    }
  }

  @Test
  void whatAuthenticatorsAndBrowsersSayIsTakenAlike() throws GeneralSecurityException {
    var key = Key.of(KeyKind.PASSKEY);
    var taken = 0;
    for (var clientData : clientDatas()) {
      for (var flags : new int[] {0x00, 0x01, 0x04, 0x05, 0x1d, 0xff}) {
        for (var length : new int[] {37, 38, 1024, 1025}) {
          for (var rpId : List.of(PORTAL.id(), "portal.lockbox.example")) {
            var said = asserted(key, rpId, flags, clientData, length);
            taken += both(KeyKind.PASSKEY, key.spki(), said) ? 1 : 0;
          }
        }
      }
    }
    // the flags 05, 1d and ff with 37, 38 and 1024 bytes, of five browsers
    assertThat(taken).isEqualTo(3 * 3 * 5);
  }

  private static List<String> clientDatas() {
    var more = CLIENT_DATA.replace("false}", "false,\"x\":\"%s\"}");
    var padding = 4096 - more.formatted("").length();
    return List.of(
        CLIENT_DATA,
        more.formatted(""),
        more.formatted("é"),
        more.formatted("x".repeat(padding)),
        more.formatted("x".repeat(padding + 1)),
        CLIENT_DATA.replace("false}", "false,\"crossOrigin\":true}"),
        CLIENT_DATA.replace("false}", "false"),
        CLIENT_DATA.replace("false}", "false,}"),
        CLIENT_DATA.replace("false}", "falsehood\":0}"),
        CLIENT_DATA.replace("false}", "true}"),
        CLIENT_DATA.replace("get", "create"),
        CLIENT_DATA.replace("{\"type", "{ \"type"),
        CLIENT_DATA.replace(PORTAL.origin(), PORTAL.origin() + ".evil.example"),
        CLIENT_DATA.replace(YES.challenge().base64Url(), "AAAA"),
        "");
  }

  @Test
  void ecdsaIsTakenAlike() throws GeneralSecurityException {
    var key = Key.of(KeyKind.ES256);
    var order =
        new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    var der = key.sign(bytes(YES));
    var r = new BigInteger(Arrays.copyOfRange(der, 4, 4 + der[3]));
    var s = new BigInteger(Arrays.copyOfRange(der, 6 + der[3], der.length));
    var numbers =
        List.of(
            r,
            s,
            order.subtract(s),
            s.add(order),
            s.negate(),
            order,
            BigInteger.ZERO,
            BigInteger.ONE,
            BigInteger.ONE.negate());
    var taken = 0;
    for (var one : numbers) {
      for (var other : numbers) {
        var said = new Said(bytes(YES), der(one, other), Optional.empty());
        taken += both(KeyKind.ES256, key.spki(), said) ? 1 : 0;
      }
    }
    assertThat(taken).as("as it was signed, and its twin").isEqualTo(2);
  }

  private static byte[] der(BigInteger r, BigInteger s) {
    var one = r.toByteArray();
    var other = s.toByteArray();
    return ByteBuffer.allocate(6 + one.length + other.length)
        .put((byte) 0x30)
        .put((byte) (4 + one.length + other.length))
        .put((byte) 0x02)
        .put((byte) one.length)
        .put(one)
        .put((byte) 0x02)
        .put((byte) other.length)
        .put(other)
        .array();
  }

  /** Whose signature of anything is nothing but a point: nobody's. */
  @Test
  void pointsOfSmallOrderAreNobodysAlike() {
    var start = "302a300506032b6570032100";
    for (var point :
        List.of(
            "00".repeat(32),
            "01" + "00".repeat(31),
            "ec" + "ff".repeat(30) + "7f",
            "ed" + "ff".repeat(30) + "7f",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")) {
      var spki = HexFormat.of().parseHex(start + point);
      for (var r : List.of(point, "01" + "00".repeat(31))) {
        var forged = HexFormat.of().parseHex(r + "00".repeat(32));
        assertThat(both(KeyKind.ED25519, spki, new Said(bytes(YES), forged, Optional.empty())))
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lockbox.example,https://lockbox.example",
    "lockbox.example,https://portal.lockbox.example:8443",
    "localhost,http://localhost:24197",
    "lockbox.example,http://lockbox.example",
    "lockbox.example,https://evillockbox.example",
    "lockbox.example,https://lockbox.example/",
    "lockbox.example,https://lockbox.example@evil.example",
    "Lockbox.example,https://Lockbox.example",
    "lockbox.example,https://lockbox.example:0",
    "lockbox.example,javascript://lockbox.example"
  })
  void aRelyingPartyIsOneAlike(String id, String origin) {
    var domain = isTrue(() -> new RelyingParty(id, origin).id().equals(id));
    var verifier =
        isTrue(() -> new dev.lockbox.verifier.signature.RelyingParty(id, origin).id().equals(id));
    assertThat(verifier).isEqualTo(domain);
  }

  @Test
  void textsAreReadAsTheyWereWritten() throws Malformed {
    var written = List.of("", "a", "é", "\n", "x".repeat(5000), "0");
    var texts = new Texts(bytes(Payload.of(written)));
    var read = new ArrayList<String>();
    while (!texts.areOver()) {
      read.add(texts.next());
    }
    assertThat(read).isEqualTo(written);
  }
}
