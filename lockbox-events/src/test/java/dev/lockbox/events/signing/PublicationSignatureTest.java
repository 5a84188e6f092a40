package dev.lockbox.events.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.signature.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationSignatureTest {
  private static final String TOPIC = "lockbox.requests";
  private static final byte[] KEY = "r1".getBytes(UTF_8);
  private static final byte[] VALUE = {0, 0, 0, 0, 1};
  private static final Publication PUBLICATION = new Publication(TOPIC, KEY, VALUE);

  /** The key of docs/jit-service.md, and what its lines of Python print. */
  private static final String PAGES_KEY =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
      -----END PRIVATE KEY-----
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAA6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=
      -----END PUBLIC KEY-----
      """;

  private static final String PAGES_HEADER =
      "a050837d85070582ccf7394b0988847cc312cb88259b894899f6f239cf1791a5"
          + ".2sC2LjIyZmmAnvk4IgTN-v4a6Na-6TSlZRmgYTNGrAxcJm7ZXKwp6GnSSTfSnclE6RIFUfwxzT5Zu9f8bwoSDA";

  static Stream<String> keys() {
    return Stream.of(Keys.ed25519(), Keys.p256());
  }

  /** What another language signs, byte for byte; Ed25519 draws nothing at random. */
  @Test
  void anotherLanguageSignsTheSame() {
    var key = SigningKey.of(PAGES_KEY);
    assertThat(new String(key.sign(PUBLICATION).header(), US_ASCII)).isEqualTo(PAGES_HEADER);
    assertThat(read(PAGES_HEADER)).get().matches(one -> one.isOf(PUBLICATION, key.key()));
  }

  /** The page has it for whoever tries their own. */
  @Test
  void aTokenNamesOneRecordAndNoOther() {
    assertThat(PUBLICATION.asserted()).isEqualTo("NHU3NvqAeN8zgJyCzc1ImmRML0EjwAgMGcDBuKdeDUo");
    assertThat(
            List.of(
                new Publication("lockbox.activity", KEY, VALUE),
                new Publication(TOPIC, "r2".getBytes(UTF_8), VALUE),
                new Publication(TOPIC, KEY, new byte[] {0, 0, 0, 0, 2}),
                new Publication(TOPIC, new byte[0], concatenated(KEY, VALUE))))
        .noneMatch(other -> other.asserted().equals(PUBLICATION.asserted()));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void whatIsSignedIsOfItsKeyAndNothingElseIs(String pem) {
    var key = SigningKey.of(pem);
    var signature = read(key.sign(PUBLICATION).header()).orElseThrow();
    assertThat(signature.isOf(PUBLICATION, key.key())).isTrue();
    assertThat(
            List.of(
                new Publication("lockbox.activity", KEY, VALUE),
                new Publication(TOPIC, "r2".getBytes(UTF_8), VALUE),
                new Publication(TOPIC, KEY, new byte[] {0, 0, 0, 0, 2}),
                new Publication(TOPIC, new byte[0], concatenated(KEY, VALUE)),
                new Publication(TOPIC + "r1", new byte[0], VALUE)))
        .noneMatch(other -> signature.isOf(other, key.key()));
    assertThat(signature.isOf(PUBLICATION, SigningKey.of(Keys.ed25519()).key())).isFalse();
    assertThat(signature.isOf(PUBLICATION, SigningKey.of(Keys.p256()).key())).isFalse();
  }

  /** One of another key under this key's name, and any bytes at all: a no, and no trouble. */
  @ParameterizedTest
  @MethodSource("keys")
  void whateverElseIsSaidToBeASignatureIsNone(String pem) {
    var key = SigningKey.of(pem).key();
    var random = new Random(1);
    for (var length = 0; length <= 72; length++) {
      var bytes = new byte[length];
      random.nextBytes(bytes);
      var forged = new PublicationSignature(key.id(), Octets.of(bytes));
      assertThat(forged.isOf(PUBLICATION, key)).isFalse();
      assertThat(read(forged.header())).contains(forged);
    }
    var others = SigningKey.of(Keys.ed25519()).sign(PUBLICATION).signature();
    assertThat(new PublicationSignature(key.id(), others).isOf(PUBLICATION, key)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "abc",
        "a050837d85070582ccf7394b0988847cc312cb88259b894899f6f239cf1791a5",
        "A050837d85070582ccf7394b0988847cc312cb88259b894899f6f239cf1791a5.AAAA",
        "a050837d85070582ccf7394b0988847cc312cb88259b894899f6f239cf1791a5.A+/=",
        "a050837d85070582ccf7394b0988847cc312cb88259b894899f6f239cf1791a5.AB",
        "a050837d85070582ccf7394b0988847cc312cb88259b894899f6f239cf1791a5.AAAA.AAAA",
        "\u0000\u00ff"
      })
  void whatIsNoHeaderOfOursIsNone(String header) {
    assertThat(read(header.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void aHeaderOfAMegabyteIsNoneAndIsNotLookedInto() {
    assertThat(read((PAGES_HEADER + "A".repeat(1 << 20)).getBytes(US_ASCII))).isEmpty();
  }

  @Test
  void aKeyIsBothHalvesOfOne() {
    var one = Keys.ed25519();
    var other = Keys.ed25519();
    assertThat(SigningKey.of(Keys.p256()).key().kind()).isEqualTo(KeyKind.ES256);
    assertThat(SigningKey.of(one).key()).isEqualTo(Pem.publicKey(Keys.publicHalf(one)));
    assertThatThrownBy(() -> SigningKey.of(Keys.publicHalf(one)))
        .hasMessage("there is no PRIVATE KEY in it");
    assertThatThrownBy(() -> SigningKey.of(Keys.privateHalf(one)))
        .hasMessage("there is no PUBLIC KEY in it");
    assertThatThrownBy(() -> SigningKey.of(Keys.privateHalf(one) + Keys.publicHalf(other)))
        .hasMessage("its private half is of another key than the public one");
    assertThatThrownBy(() -> Pem.publicKey(Keys.publicHalf(one) + Keys.publicHalf(other)))
        .hasMessage("there is more than one PUBLIC KEY in it");
  }

  private static Optional<PublicationSignature> read(String header) {
    return read(header.getBytes(US_ASCII));
  }

  private static Optional<PublicationSignature> read(byte[] header) {
    return PublicationSignature.in(header);
  }

  private static byte[] concatenated(byte[] one, byte[] other) {
    var both = new byte[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
