package dev.lockbox.bench.bed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.lockbox.domain.identity.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Signs tokens as an OIDC provider would, and serves the key they are checked with. */
final class Issuer implements AutoCloseable {
  private static final String NAME = "https://issuer.example";
  private static final String AUDIENCE = "lockbox";
  private static final Duration VALID_FOR = Duration.ofHours(1);
  private static final int OK = 200;

  private final ECKey key;
  private final HttpServer server;

  private Issuer(ECKey key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  static Issuer open() {
    try {
      var key = new ECKeyGenerator(Curve.P_256).keyID("bench").generate();
      var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpServer.create(loopback, 0);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              exchange.sendResponseHeaders(OK, keys.length);
              exchange.getResponseBody().write(keys);
            }
          });
      server.start();
      return new Issuer(key, server);
    } catch (JOSEException unsupported) {
      throw new IllegalStateException("every Java platform has P-256", unsupported);
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot listen on loopback", refused);
    }
  }

  /** What the API is told, so that it takes these tokens. */
  Map<String, Object> settings() {
    return Map.of(
        "lockbox.oidc.issuer",
        NAME,
        "lockbox.oidc.audience",
        AUDIENCE,
        "lockbox.oidc.jwks-uri",
        "http://127.0.0.1:%d/keys".formatted(server.getAddress().getPort()));
  }

  /** A token of one of the tenant's approvers. */
  String token(TenantId tenant, String approver) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID())
            .build();
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(NAME)
            .audience(AUDIENCE)
            .subject(approver)
            .claim("tenant", tenant.value())
            .claim("roles", List.of("approver"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(VALID_FOR)))
            .build();
    try {
      var token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException unsupported) {
      throw new IllegalStateException("the key was made for this algorithm", unsupported);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
