package dev.lockbox.events.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry that says what it is told to, and counts how often it is asked. */
final class FakeRegistry implements AutoCloseable {
  private static final String REST = "application/vnd.schemaregistry.v1+json";

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);

  record Answer(int status, String body) {}

  FakeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(
        task -> Thread.ofVirtual().start(task)); // one that hangs must not hold the others back
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int asked() {
    return asked.get();
  }

  /** To GET or POST of this path, without its query. */
  FakeRegistry answering(String path, int status, String body) {
    answers.put(path, new Answer(status, body));
    return this;
  }

  /** A status of -1 never answers. */
  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    var answer =
        answers.getOrDefault(
            exchange.getRequestURI().getPath(), new Answer(404, "<html>Not Found</html>"));
    try (exchange) {
      if (answer.status() < 0) {
        closing.await();
      }
      var body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", REST);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
