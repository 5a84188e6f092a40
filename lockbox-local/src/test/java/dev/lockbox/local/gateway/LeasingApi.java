package dev.lockbox.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets leases of one grant as the API does, or refuses them with what a test says. */
final class LeasingApi implements AutoCloseable {
  private static final int KEY_BYTES = 32;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KeyPair pair;
  private final HttpServer server;
  private volatile Optional<String> refusal = Optional.empty();
  private volatile String stream = "";
  private final List<String> heardFrom = new CopyOnWriteArrayList<>();

  LeasingApi() throws IOException, GeneralSecurityException {
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/jwks.json", exchange -> answer(exchange, 200, keys()));
    server.createContext("/v1/tenants/contoso/requests/req-1/lease", this::lease);
    server.createContext("/v1/tenants/contoso/revocations/stream", this::stream);
    server.start();
  }

  /** What is said to whoever hears what ends; then the stream ends. */
  void say(String lines) {
    stream = lines;
  }

  /** From where it was heard each time; empty for from now on. */
  List<String> heardFrom() {
    return heardFrom;
  }

  private void stream(HttpExchange exchange) throws IOException {
    var last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    heardFrom.add(last == null ? "" : last);
    answer(exchange, 200, stream);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void refuseWith(String code) {
    refusal = Optional.of(code);
  }

  private void lease(HttpExchange exchange) throws IOException {
    if (refusal.isPresent()) {
      answer(exchange, 403, "{\"code\":\"%s\"}".formatted(refusal.get()));
    } else {
      var nonce = JSON.readTree(exchange.getRequestBody()).path("nonce").asText();
      answer(exchange, 200, "{\"lease\":\"%s\"}".formatted(signed(nonce)));
    }
  }

  private String signed(String nonce) {
    var now = Instant.now().getEpochSecond();
    var claims =
        """
        {"iss":"lockbox","aud":"demo-gateway","sub":"eva","jti":"j","iat":%1$s,"nbf":%1$s,"exp":%2$s,
        "notAfter":%2$s,"tenant":"contoso","request":"req-1","nonce":"%3$s","actions":["read"],
        "resources":["/files"],"conditions":{"obligations":[],"excluded":[],"channels":null,
        "countries":null,"singleUse":false}}"""
            .formatted(now, now + 60, nonce);
    var header = "{\"alg\":\"EdDSA\",\"typ\":\"lockbox-lease+jwt\",\"kid\":\"%s\"}".formatted(id());
    var signed = encode(header.getBytes(UTF_8)) + "." + encode(claims.getBytes(UTF_8));
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private String keys() {
    return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\",\"kid\":\"%s\"}]}"
        .formatted(x(), id());
  }

  private String id() {
    try {
      var canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x());
      return encode(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private String x() {
    var encoded = pair.getPublic().getEncoded();
    return encode(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      var bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
