package dev.lockbox.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lockbox.broker.Loopback;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
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

  private Path key() {
    return directory.resolve("issuer-key.json");
  }

  private static String get(URI url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
    }
  }
}
