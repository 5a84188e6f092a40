package dev.lockbox.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lockbox.bench.bed.BenchFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
  private static final ClosedLoop LOOP =
      new ClosedLoop(2, Duration.ofMillis(50), Duration.ofMillis(100));

  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var path = exchange.getRequestURI().getPath();
          asked.add(path);
          var body = path.getBytes(UTF_8);
          exchange.sendResponseHeaders(path.equals("/refused") ? 403 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void questionsAreAskedInTurnAndCounted() {
    var served = LOOP.run(server.getAddress().getPort(), number -> get("/" + number));
    assertThat(asked).contains("/0", "/1", "/500");
    assertThat(served.perSecond()).isPositive();
    assertThat(served.latencies().p99()).isGreaterThanOrEqualTo(served.latencies().p50());
  }

  @Test
  void anAnswerThatIsNoneFailsTheMeasurement() {
    assertThatThrownBy(() -> LOOP.run(server.getAddress().getPort(), number -> get("/refused")))
        .isInstanceOf(BenchFailed.class)
        .hasMessageContaining("403")
        .hasMessageContaining("/refused");
  }

  private static byte[] get(String path) {
    return "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path).getBytes(UTF_8);
  }
}
