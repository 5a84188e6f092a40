package dev.lockbox.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpKeyFetchTest {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String base;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          var body = bodies.getOrDefault(exchange.getRequestURI().getPath(), "");
          if (body.startsWith("http")) {
            exchange.getResponseHeaders().set("Location", body);
            exchange.sendResponseHeaders(302, -1);
          } else {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
    server.start();
    bodies.put("/keys", new JWKSet(Issuer.publicKeys()).toString());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void findsTheKeysByDiscovery() throws Exception {
    discover(base, base + "/keys");
    assertThat(fetch(Optional.empty()).fetch()).hasSize(3);
  }

  @Test
  void takesTheKeysFromWhereTheSettingsSay() throws Exception {
    assertThat(fetch(Optional.of(URI.create(base + "/keys"))).fetch()).hasSize(3);
  }

  @Test
  void anotherIssuersDocumentIsRefused() {
    discover(base + "/other", base + "/keys");
    assertThatThrownBy(() -> fetch(Optional.empty()).fetch())
        .hasMessageContaining("another issuer");
  }

  @Test
  void keysThatTravelUnprotectedAreRefused() {
    discover(base, "http://keys.example/keys");
    assertThatThrownBy(() -> fetch(Optional.empty()).fetch()).hasMessageContaining("must be https");
  }

  @Test
  void aRedirectIsNotFollowed() {
    bodies.put("/moved", base + "/keys");
    assertThatThrownBy(() -> fetch(Optional.of(URI.create(base + "/moved"))).fetch())
        .isInstanceOf(IOException.class);
    assertThat(asked).containsExactly("/moved");
  }

  @Test
  void aRedirectOfTheDiscoveryDocumentIsNotFollowedEither() {
    bodies.put(DISCOVERY, base + "/elsewhere");
    assertThatThrownBy(() -> fetch(Optional.empty()).fetch()).isInstanceOf(IOException.class);
    assertThat(asked).containsExactly(DISCOVERY);
  }

  @Test
  void tenThousandKeysAreNotReadToTheEnd() {
    var key = Issuer.EC.toPublicJWK().toJSONString();
    bodies.put("/keys", "{\"keys\":[" + "%s,".formatted(key).repeat(10_000) + key + "]}");
    assertThatThrownBy(() -> fetch(Optional.of(URI.create(base + "/keys"))).fetch())
        .isInstanceOf(IOException.class);
  }

  @Test
  void tooManyKeysAreRefused() {
    var key = Issuer.EC.toPublicJWK().toJSONString();
    bodies.put(
        "/keys", "{\"keys\":[" + "%s,".formatted(key).repeat(HttpKeyFetch.KEYS_MAX) + key + "]}");
    assertThatThrownBy(() -> fetch(Optional.of(URI.create(base + "/keys"))).fetch())
        .hasMessageContaining("at most 100");
  }

  @Test
  void tooManyBytesAreRefused() {
    bodies.put("/keys", " ".repeat(1_000_000));
    assertThatThrownBy(() -> fetch(Optional.of(URI.create(base + "/keys"))).fetch())
        .isInstanceOf(IOException.class);
  }

  private void discover(String issuer, String keys) {
    bodies.put(DISCOVERY, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, keys));
  }

  private KeyFetch fetch(Optional<URI> jwksUri) {
    return new HttpKeyFetch(
        new OidcSettings(
            base,
            "lockbox",
            jwksUri,
            List.of("RS256"),
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ofMinutes(5),
            Duration.ZERO,
            Duration.ZERO));
  }
}
