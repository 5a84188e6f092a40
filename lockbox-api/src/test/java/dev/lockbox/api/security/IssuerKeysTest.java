package dev.lockbox.api.security;

import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final AtomicReference<KeyFetch> issuer = new AtomicReference<>(Issuer::publicKeys);
  private final AtomicInteger fetches = new AtomicInteger();
  private final IssuerKeys keys =
      new IssuerKeys(
          Issuer.settings(),
          () -> {
            fetches.incrementAndGet();
            return issuer.get().fetch();
          },
          now::get);

  @Test
  void fetchesOnceForManyTokens() throws Exception {
    assertThat(keys.find("rsa-1")).isPresent();
    assertThat(keys.find("ec-1")).isPresent();
    assertThat(fetches).hasValue(1);
  }

  @Test
  void madeUpKidsDoNotMakeItFetchMoreOftenThanAllowed() throws Exception {
    for (var n = 0; n < 1000; n++) {
      assertThat(keys.find("made-up-" + n)).isEmpty();
    }
    assertThat(fetches).hasValue(1);
    pass(Duration.ofSeconds(10));
    assertThat(keys.find("made-up")).isEmpty();
    assertThat(fetches).hasValue(2);
  }

  @Test
  void aNewKeyIsFoundAndARemovedOneIsForgotten() throws Exception {
    assertThat(keys.find("rsa-1")).isPresent();
    var fresh = Issuer.rsa("rsa-2", 2048).toPublicJWK();
    issuer.set(() -> List.<JWK>of(fresh));
    pass(Duration.ofSeconds(10));
    assertThat(keys.find("rsa-2")).isPresent();
    assertThat(keys.find("rsa-1")).isEmpty();
  }

  @Test
  void aRemovedKeyIsRefusedAfterFiveMinutesThoughNobodyAsksForAnother() throws Exception {
    assertThat(keys.find("rsa-1")).isPresent();
    issuer.set(List::of);
    pass(Duration.ofMinutes(5));
    assertThat(keys.find("rsa-1")).isEmpty();
  }

  @Test
  void inAnOutageTheOldKeysCountForAWhile() throws Exception {
    assertThat(keys.find("rsa-1")).isPresent();
    issuer.set(
        () -> {
          throw new IOException("gone");
        });
    pass(Duration.ofMinutes(64));
    assertThat(keys.find("rsa-1")).isPresent();
    pass(Duration.ofMinutes(1));
    assertThatThrownBy(() -> keys.find("rsa-1")).isInstanceOf(KeysUnavailable.class);
    issuer.set(Issuer::publicKeys);
    pass(Duration.ofSeconds(10));
    assertThat(keys.find("rsa-1")).isPresent();
  }

  @Test
  void aKidThatTwoKeysShareNamesNeither() throws Exception {
    var one = Issuer.rsa("twin", 2048).toPublicJWK();
    var other = Issuer.rsa("twin", 2048).toPublicJWK();
    issuer.set(() -> List.<JWK>of(one, other));
    assertThat(keys.find("twin")).isEmpty();
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }
}
