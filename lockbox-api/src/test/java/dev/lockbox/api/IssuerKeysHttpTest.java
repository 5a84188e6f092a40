package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.lockbox.api.security.Issuer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J7: the issuer changes its keys, loses them, or is gone. */
class IssuerKeysHttpTest {
  /** After so long nothing is known any more of the keys of the test before. */
  private static final Duration APART = Duration.ofDays(1);

  private static HttpRig http;
  private static Instant now = MORNING;
  private String one = "";

  @BeforeAll
  static void start() {
    http = HttpRig.start();
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  @BeforeEach
  void aDayLater() {
    http.forget();
    one = http.requestOfContoso();
    pass(APART);
    http.keys().be(Issuer.publicKeys());
    as("rsa-1").get(one).ok();
  }

  @Test
  void aNewKeyIsTakenAndThoseThatAreMadeUpAreLookedForOnce() {
    pass(Duration.ofSeconds(10));
    var before = http.keys().fetches();
    for (var at = 0; at < 20; at++) {
      as("made-up-" + at % 2).get(one).refused(401, "UNAUTHENTICATED");
    }
    assertThat(http.keys().fetches()).isEqualTo(before + 1);
    http.keys().be(List.of(Issuer.other("rsa-2"), Issuer.publicKeys().get(0)));
    as("rsa-2").get(one).refused(401, "UNAUTHENTICATED");
    pass(Duration.ofSeconds(10));
    as("rsa-2").get(one).ok();
    as("rsa-1").get(one).ok();
  }

  @Test
  void aKeyThatWasTakenBackIsRefusedWithinFiveMinutes() {
    http.keys().be(List.of(Issuer.other("rsa-2")));
    pass(Duration.ofMinutes(5));
    as("rsa-1").post(one + "/deny", Bodies.decision("d")).refused(401, "UNAUTHENTICATED");
    assertThat(http.log().appended()).isZero();
  }

  @Test
  void aKeyThatBecameAnothersUnderTheSameNameIsRefused() {
    http.keys().be(List.of(renamed(Issuer.other("rsa-2"))));
    pass(Duration.ofMinutes(5));
    as("rsa-1").get(one).refused(401, "UNAUTHENTICATED");
  }

  @Test
  void aNameOfTwoKeysIsThatOfNone() {
    http.keys().be(List.of(renamed(Issuer.other("rsa-2")), Issuer.publicKeys().get(0)));
    pass(Duration.ofMinutes(5));
    as("rsa-1").get(one).refused(401, "UNAUTHENTICATED");
  }

  @Test
  void whileTheIssuerIsGoneItsKeysCountForAnHourAndThenNobodyKnows() {
    http.keys().beNothing();
    pass(Duration.ofMinutes(64));
    as("rsa-1").get(one).ok();
    pass(Duration.ofMinutes(1));
    var answer = as("rsa-1").post(one + "/deny", Bodies.decision("d"));
    answer.refused(503, "NOT_READY");
    assertThat(answer.header("Retry-After")).isPresent();
    assertThat(http.log().appended()).isZero();
    http.keys().be(Issuer.publicKeys());
    pass(Duration.ofSeconds(10));
    as("rsa-1").get(one).ok();
  }

  private static void pass(Duration time) {
    now = now.plus(time);
    http.clock().set(now);
  }

  /** Another key, by the name that is known. */
  private static JWK renamed(JWK key) {
    return new RSAKey.Builder(key.toRSAKey()).keyID("rsa-1").build();
  }

  private HttpCaller as(String kid) {
    var roles = Set.of("approver");
    return http.bearing(
        kid.equals("rsa-1")
            ? Issuer.token("anna", CONTOSO.value(), roles, now)
            : Issuer.tokenBy(kid, "anna", CONTOSO.value(), roles, now));
  }
}
