package dev.lockbox.api.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaseKeysTest {
  /** The private key of RFC 8410's example, and the public one that RFC 8410 has beside it. */
  private static final String PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  private static final String PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """;

  @Test
  void theSigningKeyIsPublishedFirstAndUnderItsThumbprint() throws JOSEException {
    var signing = KeyFile.write(PRIVATE, "rw-------");
    var next = KeyFile.write("PUBLIC KEY", KeyFile.pair("Ed25519").getPublic(), "rw-r--r--");
    var keys = keys(Optional.of(signing), next);
    assertThat(keys.published()).hasSize(2);
    var first = keys.published().get(0);
    assertThat(first.getDecodedX())
        .isEqualTo(PublicKeys.read(KeyFile.write(PUBLIC, "rw-r--r--")).getDecodedX());
    assertThat(first.getKeyID()).isEqualTo(first.computeThumbprint().toString());
    assertThat(keys.published()).noneMatch(OctetKeyPair::isPrivate);
  }

  @Test
  void whatItSignsItsPublicKeyVerifies() throws Exception {
    var pair = KeyFile.pair("Ed25519");
    var key = SigningKey.read(KeyFile.write("PRIVATE KEY", pair.getPrivate(), "r--------"));
    var verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(pair.getPublic());
    verifier.update(new byte[] {7});
    assertThat(verifier.verify(key.sign(new byte[] {7}))).isTrue();
    assertThat(key.toString()).isEqualTo("SigningKey[%s]".formatted(key.published().getKeyID()));
  }

  @Test
  void withoutAKeyNothingSignsAndOthersMayBePublished() {
    assertThat(keys(Optional.empty()).signing()).isEmpty();
    assertThat(keys(Optional.empty(), KeyFile.write(PUBLIC, "rw-r--r--")).published()).hasSize(1);
  }

  @Test
  void aKeyThatOthersMayReadStopsTheStart() {
    for (var mode : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rwx------"}) {
      assertThatThrownBy(() -> keys(Optional.of(KeyFile.write(PRIVATE, mode))))
          .as(mode)
          .hasMessageContaining("must be readable by its owner alone");
    }
  }

  @Test
  void whatIsNoKeyOfItsKindStopsTheStart() {
    for (var bad :
        new Path[] {
          KeyFile.write("", "rw-------"),
          KeyFile.write(PUBLIC, "rw-------"),
          KeyFile.write(PRIVATE + PRIVATE, "rw-------"),
          KeyFile.write(PRIVATE.replace("MC4C", "MC4D"), "rw-------"),
          KeyFile.write("x".repeat(10_000), "rw-------"),
          KeyFile.write("PRIVATE KEY", KeyFile.pair("X25519").getPrivate(), "rw-------"),
          KeyFile.write("PRIVATE KEY", KeyFile.pair("Ed448").getPrivate(), "rw-------")
        }) {
      assertThatThrownBy(() -> SigningKey.read(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(bad + " must hold");
    }
    var other = KeyFile.write("PUBLIC KEY", KeyFile.pair("X25519").getPublic(), "rw-------");
    assertThatThrownBy(() -> keys(Optional.empty(), other))
        .hasMessageContaining("must hold a public key of Ed25519");
    assertThatThrownBy(() -> keys(Optional.of(Path.of("nowhere.pem"))))
        .hasMessageContaining("nowhere.pem cannot be");
  }

  @Test
  void settingsOutOfTheirBoundsStopTheStart() {
    assertThatThrownBy(() -> settings(Duration.ofSeconds(46)))
        .hasMessageContaining("lockbox.api.leases.fresh-within must be from PT10S to PT45S");
    assertThatThrownBy(() -> settings(Duration.ofSeconds(9))).hasMessageContaining("fresh-within");
    assertThatThrownBy(
            () -> new LeaseSettings(Optional.empty(), List.of(), " ", Duration.ofSeconds(15)))
        .hasMessageContaining("lockbox.api.leases.issuer");
  }

  private static LeaseSettings settings(Duration freshWithin) {
    return new LeaseSettings(Optional.empty(), null, "lockbox", freshWithin);
  }

  private static LeaseKeys keys(Optional<Path> signing, Path... others) {
    return new LeaseKeys(
        new LeaseSettings(
            signing.map(Path::toString),
            List.of(others).stream().map(Path::toString).toList(),
            "lockbox",
            Duration.ofSeconds(15)));
  }
}
