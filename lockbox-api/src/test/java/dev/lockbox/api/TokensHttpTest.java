package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.security.Issuer;
import dev.lockbox.api.security.Trap;
import dev.lockbox.api.security.WrongToken;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that nobody may believe, at the door where they come (J1 to J12). */
@ExtendWith(OneHttpRig.class)
class TokensHttpTest {
  /** The server reads no longer lines, so nobody sees what is in them. */
  private static final int LINE_CHARS_MAX = 16_000;

  private final HttpRig http;

  /** The path of a request that waits. */
  private final String one;

  private final String good = Issuer.token("anna", CONTOSO.value(), Set.of("approver"), MORNING);

  TokensHttpTest(HttpRig http) {
    this.http = http;
    this.one = http.requestOfContoso();
  }

  static Stream<WrongToken> wrongTokens() {
    return WrongToken.all(MORNING);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTokens")
  void whoIsNotBelievedIsAnsweredAlikeAndNothingIsDoneOrFetched(WrongToken wrong) {
    var who = http.bearing(wrong.token());
    if (wrong.token().length() > LINE_CHARS_MAX) {
      who.get(one).refused(413, "TOO_LARGE");
    } else {
      refused(who.get(one));
      refused(who.post(one + "/approve", Bodies.decision("d", 1)));
      refused(who.post(one + "/deny", Bodies.decision("d")));
    }
    assertThat(http.log().appended()).isZero();
    assertThat(Trap.isSprung()).isFalse();
  }

  @Test
  void theTokenThatTheyImitateIsBelieved() {
    http.bearing(good).get(one).ok();
  }

  /** J11: one that is bound to a key is taken by nobody, by whatever name it is brought. */
  @ParameterizedTest
  @ValueSource(
      strings = {"DPoP ", "Basic ", "Bearer", "Bearer  ", "Bearer,", "Token ", "", "Bearer x "})
  void aTokenThatIsBroughtInAnotherWayIsNone(String scheme) {
    refused(http.anybody().saying("Authorization", scheme + good).get(one));
  }

  @Test
  void aTokenElsewhereThanInItsHeaderIsNone() {
    var nobody = http.anybody();
    refused(nobody.get(one + "?access_token=" + good));
    refused(nobody.saying("Cookie", "access_token=" + good).get(one));
    refused(nobody.saying("X-Authorization", "Bearer " + good).get(one));
    refused(nobody.saying("Proxy-Authorization", "Bearer " + good).get(one));
    refused(
        nobody.send(
            "POST", one + "/deny", "application/x-www-form-urlencoded", "access_token=" + good));
  }

  /** Two of them, of which a proxy may have looked at one. */
  @Test
  void twoTokensAreNone() {
    try (var caller = RawCaller.of(http)) {
      var bens = Issuer.token("ben", CONTOSO.value(), Set.of("approver"), MORNING);
      var heard =
          caller
              .say("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n".formatted(one))
              .say("Authorization: Bearer %s\r\n".formatted(good))
              .say("Authorization: Bearer %s\r\n\r\n".formatted(bens))
              .untilClosed();
      assertThat(RawCaller.statuses(heard)).containsExactly(401);
    }
  }

  private static void refused(Answer answer) {
    var problem = answer.refused(401, "UNAUTHENTICATED");
    assertThat(problem.path("detail").asText())
        .isEqualTo("The token is missing or not valid here.");
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
  }
}
