package dev.lockbox.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Set;

/**
 * A customer's own issuer of tokens, on loopback. Its key goes by the name that {@link Issuer}'s
 * has, and is another.
 */
public final class OtherIssuer {
  private static final RSAKey KEY = Issuer.rsa("rsa-1", 2048);
  private static final String HEADER = Issuer.header("RS256", "rsa-1");

  private final HttpServer server;
  private final String url;

  private OtherIssuer(HttpServer server) {
    this.server = server;
    this.url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public static OtherIssuer start() {
    try {
      var issuer = new OtherIssuer(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
      issuer.server.createContext("/keys", OtherIssuer::answer);
      issuer.server.start();
      return issuer;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var bytes = new JWKSet(KEY.toPublicJWK()).toString().getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  public String url() {
    return url;
  }

  /** Where its keys are. */
  public String keys() {
    return url + "/keys";
  }

  /** A token as it should be. */
  public String token(String person, String tenant, Set<String> roles, Instant now) {
    return as(url, person, tenant, roles, now);
  }

  /** Signed by its key, whoever it says that it is. */
  public String as(String issuer, String person, String tenant, Set<String> roles, Instant now) {
    return Issuer.rs256(KEY, HEADER, claims(issuer, person, tenant, roles, now));
  }

  /** Says that it is of this one, and is signed by the key of {@link Issuer}. */
  public String forged(String person, String tenant, Set<String> roles, Instant now) {
    return Issuer.rs256(HEADER, claims(url, person, tenant, roles, now));
  }

  private static String claims(
      String issuer, String person, String tenant, Set<String> roles, Instant now) {
    return Issuer.claims(person, tenant, roles, now).replace(Issuer.NAME, issuer);
  }
}
