package dev.lockbox.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.lockbox.broker.Loopback;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIssuerTest {
  private static final int UNAUTHORIZED_OR_BAD = 400;

  private final int port = Loopback.freePort();
  @TempDir Path directory;
  private DemoIssuer issuer;

  @BeforeEach
  void start() {
    issuer = DemoIssuer.start(port, key());
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void aTokenSaysWhoAnnaIs() throws Exception {
    var token = SignedJWT.parse(new Tokens(issuer.url()).of("anna"));
    var claims = token.getJWTClaimsSet();

    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(claims.getIssuer()).isEqualTo(issuer.url().toString());
    assertThat(claims.getAudience()).containsExactly(DemoIssuer.AUDIENCE);
    assertThat(claims.getSubject()).isEqualTo("anna");
    assertThat(claims.getStringClaim("tenant")).isEqualTo("contoso");
    assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("approver"));
  }

  @Test
  void aTokenOutlivesARestart() throws Exception {
    var token = SignedJWT.parse(new Tokens(issuer.url()).of("femi"));
    issuer.close();
    // Its server lets go of the port a moment after it was told to.
    await()
        .atMost(Duration.ofSeconds(10))
        .ignoreExceptions()
        .untilAsserted(() -> Loopback.requireFree(port, "the next issuer"));
    issuer = DemoIssuer.start(port, key());

    var keys = JWKSet.parse(get(issuer.keys()));
    var known = keys.getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(token.verify(new RSASSAVerifier(known.toRSAKey()))).isTrue();
  }

  @Test
  void itsKeyIsItsOwnAndForItsOwnerAlone() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    assertThat(JWKSet.parse(get(issuer.keys())).getKeys())
        .singleElement()
        .satisfies(one -> assertThat(one.isPrivate()).isFalse());
  }

  @Test
  void aStrangerGetsNoToken() {
    assertThatThrownBy(() -> new Tokens(issuer.url()).of("mallory"))
        .isInstanceOf(NoToken.class)
        .hasMessageContaining("mallory");
  }

  @Test
  void nobodyIsKnownByAnotherGrant() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(issuer.url() + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id=anna&client_secret=x&scope=lockbox"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(UNAUTHORIZED_OR_BAD);
      assertThat(answer.body()).doesNotContain("access_token");
    }
  }

  @Test
  void itSaysOfItselfWhereItsPartsAre() throws Exception {
    var url = issuer.url().toString();
    var said =
        OIDCProviderMetadata.parse(get(URI.create(url + "/.well-known/openid-configuration")));
    assertThat(said.getIssuer().getValue()).isEqualTo(url);
    assertThat(said.getAuthorizationEndpointURI()).hasToString(url + "/authorize");
    assertThat(said.getTokenEndpointURI()).hasToString(url + "/token");
    assertThat(said.getJWKSetURI()).isEqualTo(issuer.keys());
    assertThat(said.getEndSessionEndpointURI()).hasToString(url + "/endsession");
  }

  @Test
  void whoSignsOutIsSentBack() throws Exception {
    var back = URI.create("http://127.0.0.1:1/signin/left");
    var asked =
        new LogoutRequest(
            URI.create(issuer.url() + "/endsession"),
            null,
            null,
            new ClientID(DemoIssuer.PORTAL),
            back,
            new State("s-1"),
            null);
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(HttpRequest.newBuilder(asked.toURI()).build(), BodyHandlers.discarding());
      assertThat(answer.headers().firstValue("Location")).contains(back + "?state=s-1");
    }
  }

  @Test
  void inABrowserAnybodyChoosesWhoToBe() throws Exception {
    var verifier = new CodeVerifier();
    var back = URI.create("http://127.0.0.1:1/signin/callback");
    var asked =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, new Scope("openid"), new ClientID(DemoIssuer.PORTAL), back)
            .endpointURI(URI.create(issuer.url() + "/authorize"))
            .state(new State())
            .nonce(new Nonce("n-1"))
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();
    var page = get(asked.toURI());
    assertThat(page).contains("Anna, approver of contoso", "Pia, admin of provider");
    var chosen = choice(page, "anna");

    var sent =
        AuthenticationResponseParser.parse(choose(asked.toURI(), chosen)).toSuccessResponse();
    assertThat(sent.getState()).isEqualTo(asked.getState());
    var grant = new AuthorizationCodeGrant(sent.getAuthorizationCode(), back, verifier);
    var request =
        new TokenRequest(
            URI.create(issuer.url() + "/token"), new ClientID(DemoIssuer.PORTAL), grant);
    var tokens =
        OIDCTokenResponse.parse(request.toHTTPRequest().send()).toSuccessResponse().getOIDCTokens();
    var token = SignedJWT.parse(tokens.getIDTokenString());
    var claims = token.getJWTClaimsSet();
    assertThat(token.getHeader().getType().getType()).isEqualTo("JWT");
    assertThat(claims.getAudience()).containsExactly(DemoIssuer.PORTAL);
    assertThat(claims.getSubject()).isEqualTo("anna");
    assertThat(claims.getStringClaim("name")).isEqualTo("Anna");
    assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
    assertThat(claims.getStringClaim("tenant")).isEqualTo("contoso");
    assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("approver"));
    assertThat(claims.getLongClaim("auth_time")).isPositive();
    var access = SignedJWT.parse(tokens.getAccessToken().getValue());
    assertThat(access.getHeader().getType().getType()).isEqualTo("JWT");
  }

  /** What the button of this person sends. */
  private static String choice(String page, String person) {
    var fields =
        Pattern.compile(
                "name=\"username\" value=\"%s\">\\s*<input type=\"hidden\" name=\"claims\" value=\"([^\"]*)\""
                    .formatted(person))
            .matcher(page);
    assertThat(fields.find()).isTrue();
    var claims = fields.group(1).replace("&quot;", "\"");
    return "username=%s&claims=%s".formatted(person, URLEncoder.encode(claims, UTF_8));
  }

  /** Where the browser is sent to. */
  private static URI choose(URI at, String form) throws Exception {
    var request =
        HttpRequest.newBuilder(at)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString());
      return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }
  }

  private Path key() {
    return directory.resolve("issuer-key.json");
  }

  private static String get(URI url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
    }
  }
}
