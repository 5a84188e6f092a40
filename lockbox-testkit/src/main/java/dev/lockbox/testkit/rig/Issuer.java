package dev.lockbox.testkit.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.testkit.load.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Signs access tokens, and shows its public key to whoever asks. Loopback only. */
public final class Issuer implements Tokens, AutoCloseable {
  private static final String AUDIENCE = "lockbox";

  private static final Duration VALID_FOR = Duration.ofHours(1);
  private static final int OK = 200;

  private final ECKey key;
  private final HttpServer server;

  private Issuer(ECKey key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  public static Issuer start() {
    try {
      var key =
          new ECKeyGenerator(Curve.P_256).keyID("testkit").keyUse(KeyUse.SIGNATURE).generate();
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpServer.create(address, 0);
      var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
      server.createContext("/jwks", exchange -> answer(exchange, keys));
      server.start();
      return new Issuer(key, server);
    } catch (JOSEException | IOException e) {
      throw new IllegalStateException("cannot start an issuer of tokens", e);
    }
  }

  /** What the API is told, so that it takes these tokens. */
  public Map<String, Object> settings() {
    return Map.of(
        "lockbox.oidc.issuer",
        url().toString(),
        "lockbox.oidc.audience",
        AUDIENCE,
        "lockbox.oidc.jwks-uri",
        url().resolve("/jwks").toString());
  }

  @Override
  public String of(TenantId tenant, PersonId person, String role) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(url().toString())
            .audience(AUDIENCE)
            .subject(person.value())
            .claim("tenant", tenant.value())
            .claim("roles", List.of(role))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(VALID_FOR)))
            .build();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID())
            .build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange, byte[] body) {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(OK, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot answer with the keys", e);
    }
  }
}
