package dev.lockbox.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens at a customer, heard from an API that says what a test wants. */
class HearingTest {
  private final List<String> asked = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private HttpServer server;
  private Requests requests;
  private int status = 200;
  private String body = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::reply);
    server.start();
    var api = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    requests = new Requests(new ApiClient(api, "the-token"), "contoso");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatHappensIsALineEach() throws Exception {
    body =
        """
        event: alive
        data: {"sequence":6}

        id: 7
        event: event
        data: {"request":"req-1","event":{"sequence":7,"at":"2026-03-02T08:00:00Z",
        data: "type":"RequestDenied","actor":"anna","reason":"not\\u001b[2J now","refusal":null}}

        """;
    requests.hear(Optional.of("6"), this::heard);
    assertThat(asked)
        .containsExactly("/v1/tenants/contoso/events/stream 6 text/event-stream Bearer the-token");
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .startsWith("2026-03-02T08:00:00Z  #7  RequestDenied  req-1  by anna  not")
        .doesNotContain("\u001b");
  }

  @Test
  void aNoIsToldAndWhatMayPassIsTriedAgain() {
    body = "{\"code\":\"NO_ROLE\",\"detail\":\"no\"}";
    status = 403;
    assertThatThrownBy(() -> requests.hear(Optional.empty(), this::heard))
        .isInstanceOf(ApiRefused.class);
    for (var passing : new int[] {429, 503}) {
      status = passing;
      assertThatThrownBy(() -> requests.hear(Optional.empty(), this::heard))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void whatFallsSilentIsClosed() throws Exception {
    var closed = new CountDownLatch(1);
    var silent =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed.countDown();
          }
        };
    try (var silence = Silence.of(silent, Duration.ofMillis(20))) {
      silence.broken();
      assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void heard(Said said) {
    lines.add(said.name().equals("event") ? Happening.line(said.data()) : said.name());
  }

  private void reply(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      asked.add(
          "%s %s %s %s"
              .formatted(
                  exchange.getRequestURI(),
                  headers.getFirst("Last-Event-ID"),
                  headers.getFirst("Accept"),
                  headers.getFirst("Authorization")));
      var bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
