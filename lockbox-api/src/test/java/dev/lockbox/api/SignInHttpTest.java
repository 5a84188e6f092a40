package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.security.LoopbackIssuer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people sign in with a browser, and what gets nobody in. */
@ExtendWith(OneHttpRig.class)
class SignInHttpTest {
  private static final String PAGE = "/portal/sample";
  private static final String SESSION = "__Host-lockbox";
  private static final String LEAVING = "__Host-lockbox-signout";
  private static final String BEGUN = "__Host-lockbox-signin";

  private final HttpRig http;
  private final Browser browser;

  SignInHttpTest(HttpRig http) {
    this.http = http;
    this.browser = http.browser();
  }

  @Test
  void whoeverOpensAPageSignsInOnTheWayThere() {
    var turnedAway = browser.get(PAGE + "?state=ACTIVE");
    assertThat(turnedAway.status()).isEqualTo(303);
    var signIn = turnedAway.header("Location").orElseThrow();
    assertThat(signIn).isEqualTo("/signin?to=%2Fportal%2Fsample%3Fstate%3DACTIVE");

    var at = browser.begin(signIn);
    assertThat(at.toString()).startsWith(http.issuer().url() + "/authorize?");
    assertThat(LoopbackIssuer.parameters(at.getRawQuery()))
        .containsEntry("response_type", "code")
        .containsEntry("client_id", LoopbackIssuer.CLIENT)
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", http.base() + "/signin/callback")
        .containsEntry("scope", "openid profile")
        .containsKeys("state", "nonce", "code_challenge", "max_age")
        .doesNotContainKeys("prompt", "acr_values");
    var arrived = browser.comeBack(admit(at));
    assertThat(Browser.onward(arrived)).isEqualTo(PAGE + "?state=ACTIVE");
    assertThat(browser.cookies()).containsOnlyKeys(SESSION);

    assertThat(browser.get(Browser.onward(arrived)).text())
        .startsWith("anna|contoso|anna of the test|true|");
  }

  @Test
  void noScriptAndNoOtherHostOrSiteGetsAtTheCookies() {
    var begun = browser.get("/signin").response().headers().allValues("Set-Cookie");
    assertThat(begun)
        .singleElement()
        .satisfies(
            one ->
                assertThat(one)
                    .startsWith(BEGUN + "=")
                    .contains("; Path=/", "; Secure", "; HTTPOnly", "; SameSite=Lax", "Max-Age=600")
                    .doesNotContain("Domain"));
    var arrived = browser.arrive(PAGE, "anna", CONTOSO, "approver");
    assertThat(arrived.response().headers().allValues("Set-Cookie"))
        .filteredOn(one -> one.startsWith(SESSION + "="))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one)
                    .contains("; Path=/", "; Secure", "; HTTPOnly", "; SameSite=Strict")
                    .doesNotContain("Domain", "Max-Age", "anna", "contoso"));
  }

  @Test
  void aLinkFromElsewhereIsFollowedWithTheSessionThatThereIs() {
    signIn();
    var first = http.browser().send("GET", PAGE, Map.of("Sec-Fetch-Site", "cross-site"), "");
    assertThat(Browser.onward(first)).isEqualTo(PAGE);
    assertThat(browser.get(PAGE).status()).isEqualTo(200);
    assertThat(http.browser().get(PAGE).status()).isEqualTo(303);
  }

  @Test
  void partOfAPageIsNotLedToTheIssuer() {
    var answer = browser.send("GET", PAGE, Map.of("Sec-Fetch-Mode", "cors"), "");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Location")).isEmpty();
  }

  @Test
  void theSessionOpensNothingOfTheApi() {
    var request = http.requestOfContoso();
    signIn();
    browser.get(request).refused(401, "UNAUTHENTICATED");
    browser.post(request + "/approve", Bodies.decision("d", 1)).refused(401, "UNAUTHENTICATED");
  }

  @Test
  void aTokenOpensNoPageForPeople() {
    var anna = http.caller("anna", CONTOSO, "approver");
    assertThat(anna.get(PAGE).status()).isEqualTo(303);
    assertThat(anna.post(PAGE, "word=yes").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "/portal/..//evil.example",
        "/portal//evil.example",
        "/portal@evil.example",
        "/portal/%2e%2e/v1",
        "/portalx",
        "/v1/tenants/contoso/requests",
        "javascript:alert(1)",
        "/portal/\"onload=x",
        "/portal?to=//evil<",
        ""
      })
  void nobodyIsLedAnywhereElse(String to) {
    var query = java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8);
    var at = browser.begin("/signin?to=" + query);
    assertThat(Browser.onward(browser.comeBack(admit(at)))).isEqualTo("/portal");
  }

  @Test
  void whatWasNotBegunHereIsNotFinishedHere() {
    var others = admit(http.browser().begin("/signin"));
    refused(400, others);
    browser.begin("/signin");
    refused(400, others);
    assertThat(browser.cookies()).doesNotContainKey(SESSION);
  }

  @Test
  void aCodeIsWorthOneSignIn() {
    var at = browser.begin("/signin");
    var begun = browser.cookies().get(BEGUN);
    var query = admit(at);
    assertThat(browser.comeBack(query).status()).isEqualTo(200);
    refused(400, query);
    var thief = http.browser();
    thief.cookies().put(BEGUN, begun);
    assertThat(thief.comeBack(query).status()).isEqualTo(400);
    assertThat(thief.cookies()).doesNotContainKey(SESSION);
  }

  @Test
  void aSignInThatTookTooLongIsOver() {
    var query = admit(browser.begin("/signin"));
    http.clock().set(MORNING.plus(Duration.ofMinutes(10)));
    refused(400, query);
  }

  @Test
  void whatTheIssuerDoesNotSayRightIsNotBelieved() {
    var query = admit(browser.begin("/signin"));
    refused(400, query + "&iss=https%3A%2F%2Fother.example");
    refused(400, query + "&state=twice");
    refused(400, query.replaceFirst("code=", "kode="));
    refused(400, "");
    refused(403, query.replaceFirst("code=[^&]*", "error=access_denied"));
    assertThat(browser.comeBack(query).status()).isEqualTo(200);
  }

  static Stream<Arguments> wrongIdTokens() {
    return Stream.of(
        Arguments.of("another nonce", same(), claim("nonce", "\"x\"")),
        Arguments.of("no nonce", same(), replacing(",\"nonce\":\"[^\"]*\"", "")),
        Arguments.of("another client's", same(), claim("aud", "\"other\"")),
        Arguments.of("the API's", same(), claim("aud", "\"lockbox\"")),
        Arguments.of("several, and not ours", same(), claim("aud", "[\"lockbox-portal\",\"x\"]")),
        Arguments.of("made for another", same(), adding("azp", "\"other\"")),
        Arguments.of("another issuer's", same(), claim("iss", "\"https://issuer.example\"")),
        Arguments.of(
            "of another access token", same(), adding("at_hash", "\"AAAAAAAAAAAAAAAAAAAAAA\"")),
        Arguments.of("no time of issue", same(), replacing(",\"iat\":[0-9]+", "")),
        Arguments.of("expired", same(), claim("exp", "1")),
        Arguments.of("an access token", replacing("\"JWT\"", "\"at+jwt\""), same()),
        Arguments.of("no signature", replacing("RS256", "none"), same()),
        Arguments.of("a key within", replacing("}", ",\"jwk\":{}}"), same()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongIdTokens")
  void aWrongIdTokenLetsNobodyIn(
      String wrong, UnaryOperator<String> header, UnaryOperator<String> claims) {
    http.issuer().spoil(header, claims);
    refused(400, admit(browser.begin("/signin")));
    assertThat(browser.cookies()).as(wrong).doesNotContainKey(SESSION);
  }

  @Test
  void anIdTokenOpensNothingOfTheApi() {
    var request = http.requestOfContoso();
    var idToken = http.issuer().idTokenFor("lockbox", "anna", "contoso", MORNING);
    http.bearing(idToken).get(request).refused(401, "UNAUTHENTICATED");
  }

  @Test
  void aCookieThatWasChangedIsNone() {
    signIn();
    var whole = browser.cookies().get(SESSION);
    browser.tamper(SESSION, value -> value.substring(0, value.length() - 2) + "AA");
    assertThat(browser.get(PAGE).status()).isEqualTo(303);
    browser.cookies().put(SESSION, "A".repeat(100_00));
    assertThat(browser.get(PAGE).status()).isEqualTo(303);
    browser.begin("/signin");
    browser.cookies().put(SESSION, browser.cookies().get(BEGUN));
    assertThat(browser.get(PAGE).status()).isEqualTo(303);
    browser.cookies().put(SESSION, whole);
    assertThat(browser.get(PAGE).status()).isEqualTo(200);
  }

  @Test
  void aSessionOfWhichNothingIsHeardIsOver() {
    signIn();
    http.clock().set(MORNING.plus(Duration.ofMinutes(9)));
    assertThat(browser.get(PAGE).header("Set-Cookie")).isPresent();
    http.clock().set(MORNING.plus(Duration.ofMinutes(18)));
    assertThat(browser.get(PAGE).status()).isEqualTo(200);
    http.clock().set(MORNING.plus(Duration.ofMinutes(28)));
    assertThat(browser.get(PAGE).status()).isEqualTo(303);
  }

  @Test
  void noSessionLastsLongerThanADaysWork() {
    signIn();
    for (var at = MORNING;
        at.isBefore(MORNING.plus(Duration.ofHours(8)));
        at = at.plus(Duration.ofMinutes(5))) {
      http.clock().set(at);
      assertThat(browser.get(PAGE).status()).isEqualTo(200);
    }
    http.clock().set(MORNING.plus(Duration.ofHours(8)));
    assertThat(browser.get(PAGE).status()).isEqualTo(303);
  }

  @Test
  void whoSignsOutIsOut() {
    var csrf = signIn();
    assertThat(browser.post("/signout", "").status()).isEqualTo(403);
    assertThat(browser.get(PAGE).status()).isEqualTo(200);
    var kept = browser.cookies().get(SESSION);
    assertThat(browser.post("/signout", "csrf=" + csrf).status()).isEqualTo(200);
    assertThat(browser.cookies()).isEmpty();
    assertThat(browser.get(PAGE).status()).isEqualTo(303);
    browser.cookies().put(SESSION, kept);
    assertThat(browser.get(PAGE).status()).isEqualTo(303);
  }

  @Test
  void whoSignsOutIsLedToDoSoAtTheirIssuerAndComesBack() {
    var csrf = signIn();
    http.issuer().endsSessionsAt("\"%s/end?a=%%27b\"".formatted(http.issuer().url()));
    var left = browser.post("/signout", "csrf=" + csrf);
    assertThat(left.text()).contains("You are signed out here");
    assertThat(browser.cookies()).containsOnlyKeys(LEAVING);
    assertThat(browser.get(PAGE).status()).isEqualTo(303);

    var at = URI.create(Browser.onward(left));
    assertThat(at.toString()).startsWith(http.issuer().url() + "/end?");
    var said = LoopbackIssuer.parameters(at.getRawQuery());
    assertThat(said)
        .containsOnlyKeys("a", "client_id", "post_logout_redirect_uri", "state")
        .containsEntry("a", "'b")
        .containsEntry("client_id", LoopbackIssuer.CLIENT)
        .containsEntry("post_logout_redirect_uri", http.base() + "/signin/left");
    var kept = browser.cookies().get(LEAVING);
    var back = browser.get("/signin/left?state=" + said.get("state"));
    assertThat(back.status()).isEqualTo(200);
    assertThat(back.text()).contains("You are signed out", "main");
    assertThat(browser.cookies()).isEmpty();

    browser.cookies().put(LEAVING, kept);
    http.clock().set(MORNING.plus(Duration.ofMinutes(10)));
    assertThat(browser.get("/signin/left?state=" + said.get("state")).status()).isEqualTo(400);
  }

  @Test
  void whoWasNotLedThereIsNotToldThatTheyAreSignedOut() {
    var csrf = signIn();
    var session = browser.cookies().get(SESSION);
    http.issuer().endsSessionsAt("\"%s/end\"".formatted(http.issuer().url()));
    var at = URI.create(Browser.onward(browser.post("/signout", "csrf=" + csrf)));
    var state = LoopbackIssuer.parameters(at.getRawQuery()).get("state");
    var leaving = browser.cookies().get(LEAVING);
    var queries = List.of("", "?state=", "?state=x", "?state=" + state + "&state=" + state);
    for (var query : queries) {
      browser.cookies().put(LEAVING, leaving);
      var back = browser.get("/signin/left" + query);
      assertThat(back.status()).as(query).isEqualTo(400);
      assertThat(back.text()).contains("Nobody was signed out by this");
    }
    var other = http.browser();
    assertThat(other.get("/signin/left?state=" + state).status()).isEqualTo(400);
    other.cookies().put(LEAVING, session);
    assertThat(other.get("/signin/left?state=" + state).status()).isEqualTo(400);
    other.cookies().put(SESSION, leaving);
    assertThat(other.get(PAGE).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"javascript:alert(1)\"",
        "\"data:text/html,x\"",
        "\"http://evil.example/end\"",
        "\"//evil.example/end\"",
        "\"/end\"",
        "\"https:end\"",
        "\"https://evil.example/end\\\"><script>\"",
        "\"\"",
        "[\"https://evil.example\"]",
        "7",
        "null"
      })
  void nobodyIsLedToSignOutWhereNoIssuerSaysSoInEarnest(String endpoint) {
    var csrf = signIn();
    http.issuer().endsSessionsAt(endpoint);
    var left = browser.post("/signout", "csrf=" + csrf);
    assertThat(left.status()).isEqualTo(200);
    assertThat(left.text())
        .contains("You are signed out here", "Your sign-in service was not told")
        .doesNotContain("http-equiv", "evil", "script>");
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void whereItCannotBeWrittenItIsSaidSoAndTheCookieIsGone() {
    var csrf = signIn();
    var kept = browser.cookies().get(SESSION);
    http.signOuts().unwritable();
    var answer = browser.post("/signout", "csrf=" + csrf);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).contains("could not be ended everywhere");
    assertThat(browser.cookies()).isEmpty();
    browser.cookies().put(SESSION, kept);
    assertThat(browser.get(PAGE).status()).isEqualTo(303);
  }

  @Test
  void whileItIsNotKnownWhoSignedOutNobodyIsLetInAndEverybodyMayGo() {
    var csrf = signIn();
    http.signOuts().unread();
    var answer = browser.get(PAGE);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).contains("Nobody can be let in just now").doesNotContain("anna");
    assertThat(answer.header("Retry-After")).isPresent();
    assertThat(browser.post(PAGE, "word=yes&csrf=" + csrf).status()).isEqualTo(503);
    assertThat(browser.post("/signout", "csrf=" + csrf).status()).isEqualTo(200);
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void aYesTakesAProofOfFiveMinutesAgo() {
    signIn();
    assertThat(look()).contains("|true|");
    http.clock().set(MORNING.plus(Duration.ofMinutes(5)));
    assertThat(look()).contains("|false|");

    var at = browser.begin("/signin?again=true&to=" + PAGE);
    assertThat(LoopbackIssuer.parameters(at.getRawQuery()))
        .containsEntry("prompt", "login")
        .containsEntry("max_age", "300");
    refused(403, http.issuer().admit(at, "anna", "contoso", Set.of("approver"), MORNING));
    browser.comeBack(admit(browser.begin("/signin?again=true&to=" + PAGE)));
    assertThat(look()).contains("|true|");
  }

  @Test
  void whereThereAreSeveralIssuersWhoProvesItOnceMoreDoesSoAtTheirOwn() {
    var other =
        Map.<String, Object>of(
            "lockbox.signin.issuers.other.issuer", "https://login.other.example",
            "lockbox.signin.issuers.other.client-id", "lockbox-portal",
            "lockbox.signin.issuers.other.tenants", List.of("fabrikam"));
    try (var several = HttpRig.start(other)) {
      several.register(CONTOSO);
      var visitor = several.browser();
      assertThat(visitor.get("/signin?to=" + PAGE).text()).contains("Where do you sign in?");
      visitor.comeBack(admit(several, visitor.begin("/signin?issuer=main&to=" + PAGE)));
      assertThat(visitor.begin("/signin?again=true&to=" + PAGE).toString())
          .startsWith(several.issuer().url());
      assertThat(visitor.get("/signin?to=" + PAGE).text()).contains("Where do you sign in?");
    }
  }

  @Test
  void whereTheIssuerDoesNotSayWhenNoProofIsFresh() {
    http.issuer().spoil(same(), replacing(",\"auth_time\":[0-9]+", ""));
    signIn();
    assertThat(look()).contains("|false|");
  }

  @Test
  void pagesForPeopleRunNothingThatIsNotOurs() {
    for (var page : Stream.of("/signin", "/signin/callback", PAGE, "/portal").toList()) {
      var answer = browser.get(page);
      assertThat(answer.header("Content-Security-Policy"))
          .as(page)
          .contains(
              "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                  + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
                  + " require-trusted-types-for 'script'");
      assertThat(answer.header("Strict-Transport-Security"))
          .contains("max-age=63072000; includeSubDomains");
      assertThat(answer.header("Cross-Origin-Opener-Policy")).contains("same-origin");
      assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("same-origin");
      assertThat(answer.header("Permissions-Policy"))
          .contains("publickey-credentials-get=(self), publickey-credentials-create=(self)");
      assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    }
  }

  private String signIn() {
    var page = browser.signIn(PAGE, "anna", CONTOSO, "approver");
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page.text().substring(page.text().lastIndexOf('|') + 1);
  }

  private String look() {
    var page = browser.get(PAGE);
    assertThat(page.status()).isEqualTo(200);
    return page.text();
  }

  private String admit(URI at) {
    return admit(http, at);
  }

  private static String admit(HttpRig rig, URI at) {
    return rig.issuer().admit(at, "anna", "contoso", Set.of("approver"), rig.clock().instant());
  }

  private void refused(int status, String query) {
    var answer = browser.comeBack(query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.text()).contains("You are not signed in");
  }

  private static UnaryOperator<String> same() {
    return UnaryOperator.identity();
  }

  private static UnaryOperator<String> claim(String name, String value) {
    return replacing(
        "\"%s\":(\"[^\"]*\"|[0-9]+)".formatted(name), "\"%s\":%s".formatted(name, value));
  }

  private static UnaryOperator<String> adding(String name, String value) {
    return replacing("}$", ",\"%s\":%s}".formatted(name, value));
  }

  private static UnaryOperator<String> replacing(String pattern, String with) {
    return json -> json.replaceAll(pattern, with);
  }
}
