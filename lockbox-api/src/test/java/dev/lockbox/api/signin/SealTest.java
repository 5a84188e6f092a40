package dev.lockbox.api.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.lease.KeyFile;
import dev.lockbox.api.signin.Seal.Purpose;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final byte[] PLAIN = "who it is".getBytes(UTF_8);
  private final Path key = SealKey.ofANewKey();
  private final Seal seal = seal(key);

  @Test
  void anyInstanceWithTheKeyOpensIt() {
    var sealed = seal.seal(Purpose.SESSION, PLAIN);
    assertThat(sealed).doesNotContain("who").matches("[A-Za-z0-9_-]+");
    assertThat(seal(key).open(Purpose.SESSION, sealed)).contains(PLAIN);
    assertThat(seal(SealKey.ofANewKey()).open(Purpose.SESSION, sealed)).isEmpty();
  }

  @Test
  void whatIsSealedForOnePurposeOpensForNoOther() {
    var sealed = seal.seal(Purpose.SIGN_IN, PLAIN);
    assertThat(seal.open(Purpose.SESSION, sealed)).isEmpty();
    assertThat(seal.open(Purpose.FORMS, sealed)).isEmpty();
  }

  @Test
  void nothingIsSealedAlikeTwice() {
    var all = new HashSet<String>();
    for (var i = 0; i < 1000; i++) {
      all.add(seal.seal(Purpose.SESSION, PLAIN));
    }
    assertThat(all).hasSize(1000);
  }

  @Test
  void whereverItIsChangedItDoesNotOpen() {
    var sealed = seal.seal(Purpose.SESSION, PLAIN);
    for (var at = 0; at < sealed.length(); at++) {
      var other = sealed.charAt(at) == 'A' ? 'Q' : 'A';
      var changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
      assertThat(seal.open(Purpose.SESSION, changed)).as("at %s", at).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAA", "!", "not base64url=", "\u00e4"})
  void whatIsNotSealedDoesNotOpen(String text) {
    assertThat(seal.open(Purpose.SESSION, text)).isEmpty();
    assertThat(seal.open(Purpose.SESSION, text.repeat(5000))).isEmpty();
  }

  @Test
  void aKeyThatFollowsAnotherOpensWhatThatOneSealed() {
    var next = SealKey.ofANewKey();
    var before = seal.seal(Purpose.SESSION, PLAIN);
    var both = seal(next, key);
    assertThat(both.open(Purpose.SESSION, before)).contains(PLAIN);
    var after = both.seal(Purpose.SESSION, PLAIN);
    assertThat(seal.open(Purpose.SESSION, after)).isEmpty();
    assertThat(seal(key, next).open(Purpose.SESSION, after)).contains(PLAIN);
  }

  @Test
  void aMarkIsOfItsTextAndKey() {
    assertThat(seal.mark("a")).isEqualTo(seal(key).mark("a")).isNotEqualTo(seal.mark("b"));
    assertThat(seal(SealKey.ofANewKey()).mark("a")).isNotEqualTo(seal.mark("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c2hvcnQ=", "not base64!"})
  void aFileThatHoldsNoSuchKeyIsRefused(String text) {
    var file = KeyFile.write(text, "rw-------");
    assertThatThrownBy(() -> seal(file)).hasMessageContaining("32 bytes in base64");
  }

  @Test
  void aKeyThatOthersMayReadIsRefused() {
    var file = KeyFile.write("A".repeat(43) + "=", "rw-r-----");
    assertThatThrownBy(() -> seal(file)).hasMessageContaining("by its owner alone");
  }

  private static Seal seal(Path key, Path... others) {
    return new Seal(
        new SigninSettings(
            Optional.empty(),
            Optional.of(key.toString()),
            List.of(others).stream().map(Path::toString).toList(),
            Duration.ofMinutes(10),
            Duration.ofHours(8)));
  }
}
