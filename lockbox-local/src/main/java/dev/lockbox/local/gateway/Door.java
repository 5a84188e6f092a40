package dev.lockbox.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockbox.broker.Loopback;
import dev.lockbox.verifier.lease.Clearance;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Stands in front of an HTTP service, on loopback. Each request is asked about before it is passed
 * on, and so is each piece of an answer: what lasts longer than the lease is cut off.
 */
public final class Door implements AutoCloseable {
  /** Of a request; of answers there is no limit, since they are passed on piece by piece. */
  private static final int BODY_BYTES_MAX = 1024 * 1024;

  private static final int PIECE_BYTES = 8 * 1024;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int TOO_LARGE = 413;
  private static final int BAD_GATEWAY = 502;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_WITHIN)
          .build();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI service;
  private final Supplier<Clearance> mayNow;
  private final HttpServer server;

  private Door(HttpServer server, URI service, Supplier<Clearance> mayNow) {
    this.server = server;
    this.service = service;
    this.mayNow = mayNow;
  }

  /**
   * Opens for whom it may.
   *
   * @param port on loopback; 0 for one that is free
   * @param service where it leads: scheme, host and port
   * @param mayNow asked each time
   */
  public static Door inFrontOf(URI service, int port, Supplier<Clearance> mayNow)
      throws IOException {
    var server = HttpServer.create(new InetSocketAddress(Loopback.HOST, port), 0);
    var door = new Door(server, service, mayNow);
    server.createContext("/", door::come);
    server.setExecutor(door.threads);
    server.start();
    return door;
  }

  /** Where it is. */
  public URI address() {
    return URI.create("http://" + Loopback.address(server.getAddress().getPort()));
  }

  /**
   * Ends the exchange only where all of it was said. Where it was cut off the server breaks the
   * connection, so that nobody takes half an answer for the whole.
   */
  private void come(HttpExchange exchange) throws IOException {
    switch (mayNow.get()) {
      case Clearance.Shut shut -> say(exchange, FORBIDDEN, "shut: " + shut.why());
      case Clearance.Open open -> pass(exchange);
    }
    exchange.close();
  }

  private void pass(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
    var path = exchange.getRequestURI().getRawPath();
    if (body.length > BODY_BYTES_MAX) {
      say(exchange, TOO_LARGE, "at most %s bytes are passed on".formatted(BODY_BYTES_MAX));
    } else if (path == null || !path.startsWith("/")) {
      say(exchange, BAD_REQUEST, "a path is passed on, and nothing else");
    } else {
      forward(exchange, body);
    }
  }

  private void forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpResponse<InputStream> answer;
    try {
      answer = client.send(request(exchange, body), BodyHandlers.ofInputStream());
    } catch (IOException unreachable) {
      say(exchange, BAD_GATEWAY, "the service does not answer");
      return;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return;
    }
    try (var pieces = answer.body()) {
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      exchange.sendResponseHeaders(answer.statusCode(), 0);
      hand(pieces, exchange);
    }
  }

  /** Asks again before each piece. */
  private void hand(InputStream pieces, HttpExchange exchange) throws IOException {
    var piece = new byte[PIECE_BYTES];
    for (var read = pieces.read(piece); read >= 0; read = pieces.read(piece)) {
      if (!(mayNow.get() instanceof Clearance.Open)) {
        throw new IOException("the lease is over");
      }
      exchange.getResponseBody().write(piece, 0, read);
      exchange.getResponseBody().flush();
    }
  }

  /** Only where it goes is the caller's; what else it says is not passed on, but for its type. */
  private HttpRequest request(HttpExchange exchange, byte[] body) {
    var asked = exchange.getRequestURI();
    var query = Optional.ofNullable(asked.getRawQuery()).map(text -> "?" + text).orElse("");
    var request =
        HttpRequest.newBuilder(URI.create(service + asked.getRawPath() + query))
            .timeout(ANSWER_WITHIN)
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
        .ifPresent(type -> request.header("Content-Type", type));
    return request.build();
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    var body = (text + "\n").getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }
}
