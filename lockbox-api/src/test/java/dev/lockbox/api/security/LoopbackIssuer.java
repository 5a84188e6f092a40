package dev.lockbox.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An issuer on loopback at which people sign in, with the keys of {@link Issuer}: gives out codes,
 * and takes each once, from who was given it. What it signs can be spoilt.
 */
public final class LoopbackIssuer {
  public static final String CLIENT = "lockbox-portal";

  private final HttpServer server;
  private final String url;
  private final Map<String, Given> given = new ConcurrentHashMap<>();

  /** What is said of the next who sign in, changed by whoever wants it wrong. */
  private volatile UnaryOperator<String> header = UnaryOperator.identity();

  private volatile UnaryOperator<String> claims = UnaryOperator.identity();

  /** Where one signs out, as its discovery document has it in JSON; empty where nowhere. */
  private volatile Optional<String> endSession = Optional.empty();

  /**
   * A code.
   *
   * @param asked as it was asked for
   * @param claims of the ID token that it is worth
   */
  private record Given(Map<String, String> asked, String claims) {}

  private LoopbackIssuer(HttpServer server) {
    this.server = server;
    this.url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public static LoopbackIssuer start() {
    try {
      var issuer = new LoopbackIssuer(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
      issuer.server.createContext("/", issuer::answer);
      issuer.server.start();
      return issuer;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public String url() {
    return url;
  }

  /** From now on it is right in what it says. */
  public void behave() {
    spoil(UnaryOperator.identity(), UnaryOperator.identity());
    endSession = Optional.empty();
  }

  /** From now on it says that one signs out there. */
  public void endsSessionsAt(String json) {
    endSession = Optional.of(json);
  }

  public void spoil(UnaryOperator<String> nextHeader, UnaryOperator<String> nextClaims) {
    header = nextHeader;
    claims = nextClaims;
  }

  /** Somebody proves at this address who they are: the query with which they are sent back. */
  public String admit(URI address, String person, String tenant, Set<String> roles, Instant now) {
    var asked = parameters(address.getRawQuery());
    var code = UUID.randomUUID().toString();
    given.put(code, new Given(asked, idToken(asked, person, tenant, roles, now)));
    return "code=%s&state=%s".formatted(code, URLEncoder.encode(asked.get("state"), UTF_8));
  }

  /** An ID token that it would give a client of this id. */
  public String idTokenFor(String client, String person, String tenant, Instant now) {
    var asked = Map.of("client_id", client, "nonce", "none");
    return sign(idToken(asked, person, tenant, Set.of("approver"), now));
  }

  private String idToken(
      Map<String, String> asked, String person, String tenant, Set<String> roles, Instant now) {
    return Issuer.claims(person, tenant, roles, now)
        .replace(Issuer.NAME, url)
        .replace("\"aud\":\"" + Issuer.AUDIENCE, "\"aud\":\"" + asked.get("client_id"))
        .replace("}", ",\"nonce\":\"%s\"".formatted(asked.get("nonce")))
        .concat(
            ",\"auth_time\":%d,\"name\":\"%s of the test\"}"
                .formatted(now.getEpochSecond(), person));
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    switch (exchange.getRequestURI().getPath()) {
      case "/.well-known/openid-configuration" ->
          send(
              exchange,
              200,
              ("{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\","
                      + "\"authorization_endpoint\":\"%1$s/authorize\","
                      + "\"token_endpoint\":\"%1$s/token\"%2$s}")
                  .formatted(
                      url, endSession.map(",\"end_session_endpoint\":%s"::formatted).orElse("")));
      case "/keys" -> send(exchange, 200, new JWKSet(Issuer.publicKeys()).toString());
      case "/token" -> redeem(exchange, parameters(body));
      default -> send(exchange, 404, "{}");
    }
  }

  private void redeem(HttpExchange exchange, Map<String, String> form) throws IOException {
    var one = given.remove(form.getOrDefault("code", ""));
    if (one == null || !isFor(one.asked(), form)) {
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    send(
        exchange,
        200,
        "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
            .formatted(sign(one.claims())));
  }

  private String sign(String said) {
    var head = Issuer.header("RS256", "rsa-1").replace("at+jwt", "JWT");
    return Issuer.rs256(header.apply(head), claims.apply(said));
  }

  private static boolean isFor(Map<String, String> asked, Map<String, String> form) {
    return "authorization_code".equals(form.get("grant_type"))
        && "S256".equals(asked.get("code_challenge_method"))
        && sha256(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
        && asked.get("client_id").equals(form.get("client_id"))
        && asked.get("redirect_uri").equals(form.get("redirect_uri"));
  }

  private static String sha256(String text) {
    try {
      return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)))
          .toString();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** What a query, or a form, says. */
  public static Map<String, String> parameters(String encoded) {
    return Arrays.stream(encoded.split("&"))
        .map(one -> one.split("=", 2))
        .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], UTF_8)));
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
