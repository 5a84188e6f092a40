package dev.lockbox.api.hop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.lease.KeyFile;
import dev.lockbox.api.signin.SealKey;
import dev.lockbox.api.view.ViewSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Path KEY = SealKey.ofANewKey();
  private static final Call CALL = call("POST", "/v1/tenants/contoso/requests/r/deny", "{}");

  private final Stamp stamp = stamp(Optional.of(KEY), NOON);

  @Test
  void isKnownToWhoeverSharesTheKeyForAsLongAsClocksMayBeApart() {
    var said = stamp.on(CALL);
    for (var seconds : new long[] {-30, 0, 30}) {
      assertThat(stamp(Optional.of(KEY), NOON.plusSeconds(seconds)).isOurs(said, CALL)).isTrue();
    }
    for (var apart : new Duration[] {Duration.ofSeconds(31), Duration.ofSeconds(-31)}) {
      assertThat(stamp(Optional.of(KEY), NOON.plus(apart)).isOurs(said, CALL)).isFalse();
    }
  }

  @Test
  void isForOneCallAlone() {
    var said = stamp.on(CALL);
    assertThat(stamp.isOurs(said, call("PUT", CALL.target(), "{}"))).isFalse();
    assertThat(stamp.isOurs(said, call("POST", CALL.target() + "?x", "{}"))).isFalse();
    assertThat(stamp.isOurs(said, call("POST", CALL.target(), "{ }"))).isFalse();
  }

  @Test
  void isNothingToWhoeverHasAnotherKeyOrNone() {
    var said = stamp.on(CALL);
    assertThat(stamp(Optional.of(SealKey.ofANewKey()), NOON).isOurs(said, CALL)).isFalse();
    assertThat(stamp(Optional.empty(), NOON).isOurs(said, CALL)).isFalse();
    assertThatThrownBy(() -> stamp(Optional.empty(), NOON).on(CALL))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1", "1.", "x.y", "99999999999999.AAAA", "1772452800.AAAA"})
  void whatIsNoneIsNobodys(String garbled) {
    assertThat(stamp.isOurs(garbled, CALL)).isFalse();
  }

  @Test
  void anAddressWithoutAKeyIsRefused() {
    var address = Optional.of(URI.create("http://127.0.0.1:8080"));
    assertThatThrownBy(
            () ->
                new Stamp(
                    new HopSettings(Optional.empty(), Optional.empty(), 1),
                    view(address),
                    () -> NOON))
        .hasMessageContaining("lockbox.hop.key-file");
  }

  @Test
  void aKeyThatOthersMayReadIsRefused() {
    var open = KeyFile.write("c2hvcnQ=", "rw-r--r--");
    assertThatThrownBy(() -> stamp(Optional.of(open), NOON)).hasMessageContaining("0600");
    var little = KeyFile.write("c2hvcnQ=", "rw-------");
    assertThatThrownBy(() -> stamp(Optional.of(little), NOON)).hasMessageContaining("32 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api-1.example:8080",
        "https://api-1.example",
        "https://api-1.example:8443/",
        "https://user@api-1.example:8443",
        "api-1.example:8443"
      })
  void anAddressIsSafeAndAnOrigin(String address) {
    assertThatThrownBy(() -> view(Optional.of(URI.create(address))))
        .hasMessageContaining("lockbox.view.address");
  }

  @Test
  void whatIsPassedOnGoesToTheAddressThatWasTold() {
    assertThatThrownBy(() -> call("GET", "@elsewhere.example/", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Call call(String method, String target, String body) {
    return new Call(method, target, Map.of(), body.getBytes(UTF_8));
  }

  private static Stamp stamp(Optional<Path> key, Instant now) {
    var settings = new HopSettings(key.map(Path::toString), Optional.empty(), 1);
    return new Stamp(settings, view(Optional.empty()), () -> now);
  }

  private static ViewSettings view(Optional<URI> address) {
    return new ViewSettings(1, Duration.ofSeconds(1), 0, Optional.empty(), address);
  }
}
