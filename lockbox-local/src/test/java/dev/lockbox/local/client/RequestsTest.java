package dev.lockbox.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockbox.domain.rules.Conditions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Reply(int status, String body) {}

  private final Queue<Reply> replies = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private HttpServer server;
  private Requests requests;

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
  void pagesAreReadUntilThereAreEnough() throws Exception {
    answer(200, "{\"items\":[{\"id\":\"a\"}],\"next\":\"p2=\"}");
    answer(200, "{\"items\":[{\"id\":\"b\"}],\"next\":\"p3\"}");

    assertThat(requests.newest(Optional.of("ACTIVE"), Optional.empty(), 2))
        .extracting(it -> it.path("id").asText())
        .containsExactly("a", "b");
    assertThat(asked)
        .containsExactly(
            "GET /v1/tenants/contoso/requests?state=ACTIVE&limit=2 Bearer the-token",
            "GET /v1/tenants/contoso/requests?state=ACTIVE&limit=1&cursor=p2%3D Bearer the-token");
  }

  @Test
  void everyPageOfAListThatStoodOnceIsOfThatInstant() throws Exception {
    answer(200, "{\"items\":[],\"next\":\"p2\"}");
    answer(200, "{\"items\":[{\"id\":\"a\"}],\"next\":null}");
    var then = Optional.of(Instant.parse("2026-03-02T08:00:00Z"));

    assertThat(requests.newest(Optional.empty(), then, 2)).hasSize(1);
    assertThat(asked)
        .containsExactly(
            "GET /v1/tenants/contoso/requests?asOf=2026-03-02T08%3A00%3A00Z&limit=2"
                + " Bearer the-token",
            "GET /v1/tenants/contoso/requests?asOf=2026-03-02T08%3A00%3A00Z&limit=2&cursor=p2"
                + " Bearer the-token");
  }

  @Test
  void subscriptionsAreReadToTheLastPage() throws Exception {
    answer(200, "{\"items\":[{\"subscription\":\"/a/1\"}],\"next\":\"/a/1\"}");
    answer(200, "{\"items\":[{\"subscription\":\"/a/2\"}],\"next\":null}");

    assertThat(requests.subscriptions())
        .extracting(it -> it.path("subscription").asText())
        .containsExactly("/a/1", "/a/2");
    assertThat(asked)
        .containsExactly(
            "GET /v1/tenants/contoso/compliance Bearer the-token",
            "GET /v1/tenants/contoso/compliance?after=%2Fa%2F1 Bearer the-token");
  }

  @Test
  void whatHappenedIsLookedForPageByPageByAllThatIsSaid() throws Exception {
    var event = "{\"request\":\"r-1\",\"event\":{\"at\":\"2026-03-02T08:00:00Z\",\"sequence\":7,";
    answer(200, "{\"items\":[],\"next\":\"p2\"}");
    answer(
        200,
        "{\"items\":[%s\"type\":\"RequestDenied\",%s\"actor\":\"anna\"}}],\"next\":null}"
            .formatted(event, "\"operation\":\"DenyLockboxRequest\","));
    var wanted =
        new Happened(
            List.of("RequestDenied", "RequestRevoked"),
            List.of("DenyLockboxRequest", "RevokeLockboxAccess"),
            Optional.of("anna b"),
            Optional.of("r-1"),
            Optional.of(Instant.parse("2026-03-02T08:00:00Z")),
            Optional.of(Instant.parse("2026-03-09T08:00:00Z")));

    var found = requests.happened(wanted, 20);

    assertThat(Happening.lines(found))
        .isEqualTo("2026-03-02T08:00:00Z  #7  RequestDenied  DenyLockboxRequest  r-1  by anna");
    var query =
        "type=RequestDenied&type=RequestRevoked"
            + "&operation=DenyLockboxRequest&operation=RevokeLockboxAccess&actor=anna%20b&request=r-1"
            + "&from=2026-03-02T08%3A00%3A00Z&until=2026-03-09T08%3A00%3A00Z&limit=20";
    assertThat(asked)
        .containsExactly(
            "GET /v1/tenants/contoso/events?" + query + " Bearer the-token",
            "GET /v1/tenants/contoso/events?" + query + "&cursor=p2 Bearer the-token");
    assertThat(Happening.lines(JSON.createArrayNode())).isEqualTo("none");
  }

  @Test
  void whatWasDeniedSaysHowOftenItWas() throws Exception {
    var event =
        """
        {"request":null,"event":{"at":"2026-03-02T08:00:00Z","sequence":7,"type":"ActionDenied",
         "operation":"DenyLockboxAction","actor":"gw-1","refusal":null,"reason":null,
         "activity":{"deed":{"action":"k8s.pod.logs","prevented":%s,"times":%s}}}}
        """;
    assertThat(Happening.line(JSON.readTree(event.formatted(true, 3))))
        .isEqualTo(
            "2026-03-02T08:00:00Z  #7  ActionDenied  DenyLockboxAction  by gw-1"
                + "  k8s.pod.logs (prevented, 3 times)");
    assertThat(Happening.line(JSON.readTree(event.formatted(true, 1))))
        .endsWith("by gw-1  k8s.pod.logs (prevented)");
    assertThat(Happening.line(JSON.readTree(event.formatted(false, 1))))
        .endsWith("by gw-1  k8s.pod.logs");
  }

  @Test
  void aRequestComesWithWhatHappenedToIt() throws Exception {
    answer(200, "{\"id\":\"r 1\"}");
    answer(200, "{\"items\":[{\"type\":\"RequestOpened\"}],\"next\":null}");

    assertThat(requests.one("r 1").path("events").path(0).path("type").asText())
        .isEqualTo("RequestOpened");
    assertThat(asked.getLast())
        .startsWith("GET /v1/tenants/contoso/requests/r%201/events?limit=100");
  }

  @Test
  void aDecisionWithoutAVerdictIsSentAgainAsItIs() throws Exception {
    answer(202, "{\"decisionId\":\"d-1\"}");
    answer(503, "{\"code\":\"OUTCOME_UNKNOWN\"}");
    answer(200, "{\"state\":\"ACTIVE\"}");

    var decided = requests.decide("r-1", "approve", Decision.yes("d-1", Optional.empty(), 3));

    assertThat(decided.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(asked)
        .hasSize(3)
        .allMatch(
            it -> it.equals("POST /v1/tenants/contoso/requests/r-1/approve Bearer the-token"));
    assertThat(bodies).hasSize(3).allMatch("{\"decisionId\":\"d-1\",\"ifVersion\":3}"::equals);
  }

  @Test
  void lessIsNamedAndNothingElse() {
    var less =
        Decision.yes("d-1", Optional.of("only logs"), 3)
            .narrowed(
                List.of("k8s.pod.logs"),
                List.of(),
                Optional.of(Duration.ofHours(1)),
                Conditions.NONE);

    assertThat(JSON.valueToTree(less).toString())
        .isEqualTo(
            "{\"decisionId\":\"d-1\",\"reason\":\"only"
                + " logs\",\"ifVersion\":3,\"actions\":[\"k8s.pod.logs\"],\"accessFor\":\"PT1H\"}");
  }

  @Test
  void everyNameOfConditionsIsThere() {
    var recorded =
        Decision.yes("d-1", Optional.empty(), 3)
            .narrowed(List.of(), List.of(), Optional.empty(), Conditions.RECORDED);

    assertThat(JSON.valueToTree(recorded).toString())
        .isEqualTo(
            "{\"decisionId\":\"d-1\",\"ifVersion\":3,\"conditions\":{\"obligations\":[\"RECORD\"],"
                + "\"excluded\":[],\"channels\":null,\"countries\":null,\"singleUse\":false}}");
  }

  @Test
  void keysAreListedAsTheyStandOrAsTheyStood() throws Exception {
    answer(200, "{\"version\":8,\"keys\":[]}");
    answer(200, "{\"version\":7,\"keys\":[]}");
    var keys = requests.keys();

    assertThat(keys.list(Optional.empty()).path("version").asLong()).isEqualTo(8);
    var then = Optional.of(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(keys.list(then).path("version").asLong()).isEqualTo(7);
    assertThat(asked)
        .containsExactly(
            "GET /v1/tenants/contoso/keys Bearer the-token",
            "GET /v1/tenants/contoso/keys?asOf=2026-03-02T08%3A00%3A00Z Bearer the-token");
  }

  @Test
  void rulesAreSetByOneDecisionHoweverOftenItIsSent() throws Exception {
    answer(202, "{\"decisionId\":\"d-1\"}");
    answer(200, "{\"version\":8}");
    answer(200, "{\"version\":9}");
    var rules = requests.rules();

    assertThat(rules.change(JSON.readTree("{\"groups\":[]}"), 7).path("version").asLong())
        .isEqualTo(8);
    assertThat(rules.confirm(8, "d-1").path("version").asLong()).isEqualTo(9);

    assertThat(asked)
        .containsExactly(
            "PUT /v1/tenants/contoso/settings Bearer the-token",
            "PUT /v1/tenants/contoso/settings Bearer the-token",
            "POST /v1/tenants/contoso/settings/confirm Bearer the-token");
    assertThat(bodies.get(1)).isEqualTo(bodies.get(0)).contains("\"ifVersion\":7", "groups");
    assertThat(bodies.get(2)).contains("\"proposal\":8", "\"decisionId\":\"d-1\"");
  }

  @Test
  void aRefusalSaysItsCodeAndWhy() {
    answer(409, "{\"code\":\"STALE_VERSION\",\"detail\":\"version 4 stands\"}");

    assertThatThrownBy(() -> requests.decide("r-1", "deny", Decision.no("d-1", Optional.empty())))
        .isInstanceOf(ApiRefused.class)
        .hasMessage("STALE_VERSION: version 4 stands");
  }

  @Test
  void noTokenTravelsInTheClear() {
    assertThatThrownBy(() -> new ApiClient(URI.create("http://lockbox.example"), "the-token"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https");
  }

  private void answer(int status, String body) {
    replies.add(new Reply(status, body));
  }

  private void reply(HttpExchange exchange) throws IOException {
    asked.add(
        "%s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Authorization")));
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var reply = replies.remove();
    var body = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
