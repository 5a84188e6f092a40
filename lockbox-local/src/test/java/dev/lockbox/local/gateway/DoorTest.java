package dev.lockbox.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockbox.local.client.ApiClient;
import dev.lockbox.verifier.lease.Approvers;
import dev.lockbox.verifier.lease.Clearance;
import dev.lockbox.verifier.lease.Demand;
import dev.lockbox.verifier.lease.GrantId;
import dev.lockbox.verifier.lease.Keeping;
import dev.lockbox.verifier.lease.Leases;
import dev.lockbox.verifier.lease.Question;
import dev.lockbox.verifier.lease.Trust;
import dev.lockbox.verifier.signature.ApproverKey;
import dev.lockbox.verifier.signature.KeyKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service behind a door, a lockbox that lets leases, and a clock that a test moves. */
class DoorTest {
  private static final Question QUESTION =
      new Question("contoso", "eva", "read", "/files", Keeping.NOTHING);

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer service;
  private final LeasingApi api = new LeasingApi();
  private volatile Duration passed = Duration.ZERO;
  private Leases leases;
  private Renewal renewal;
  private Door door;

  DoorTest() throws Exception {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/", this::serve);
  }

  @BeforeEach
  void open() throws Exception {
    service.start();
    Renewal.Api client = () -> new ApiClient(api.address(), "token");
    var trust = new Trust(Renewal.keys(client), "lockbox", "demo-gateway", Duration.ofSeconds(30));
    leases =
        new Leases(
            trust, () -> Instant.now().plus(passed), () -> System.nanoTime() + passed.toNanos());
    renewal = new Renewal(leases, new GrantId("contoso", "req-1"), client);
    door = doorFor(() -> leases.mayNow(QUESTION));
  }

  @AfterEach
  void close() {
    door.close();
    api.close();
    service.stop(0);
    http.close();
  }

  @Test
  void withoutALeaseItIsShutAndTheServiceHearsNothing() throws Exception {
    var answer = get("/secret");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("shut: [NO_LEASE]\n");
    assertThat(asked).isEmpty();
  }

  @Test
  void whileALeaseIsHeldItLeadsToTheService() throws Exception {
    assertThat(renewal.renew()).isEqualTo("held");
    var answer = get("/a%20b?c=%2F");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("GET /a%20b?c=%2F ");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/x-test");
    var posted =
        http.send(
            HttpRequest.newBuilder(door.address().resolve("/p"))
                .POST(BodyPublishers.ofString("body"))
                .build(),
            BodyHandlers.ofString());
    assertThat(posted.body()).isEqualTo("POST /p body");
  }

  @Test
  void whereApproversMustHaveSignedItIsShutForWhatTheyDidNot() throws Exception {
    Renewal.Api client = () -> new ApiClient(api.address(), "token");
    var spki = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
    var anna = new ApproverKey("anna", KeyKind.ED25519, spki, Optional.empty());
    var trust =
        new Trust(Renewal.keys(client), "lockbox", "demo-gateway", Duration.ofSeconds(30))
            .demanding("contoso", new Demand(Approvers.of(List.of(anna)), 1));
    var strict = new Leases(trust, Instant::now, System::nanoTime);
    assertThat(new Renewal(strict, new GrantId("contoso", "req-1"), client).renew())
        .isEqualTo("rejected: NOT_SIGNED");
    assertThat(strict.mayNow(QUESTION)).isInstanceOf(Clearance.Shut.class);
  }

  @Test
  void whenNobodyAnswersItShutsWithTheLease() throws Exception {
    renewal.renew();
    api.close();
    assertThat(renewal.renew()).isEqualTo("unanswered");
    passed = Duration.ofSeconds(30);
    assertThat(get("/secret").statusCode()).isEqualTo(201);
    passed = Duration.ofSeconds(60);
    assertThat(get("/secret").body()).isEqualTo("shut: [LAPSED]\n");
  }

  @Test
  void whenTheGrantIsOverItShutsAtOnce() throws Exception {
    for (var code : List.of("NOT_GRANTED", "GRANTS_FROZEN", "NO_SUCH_REQUEST")) {
      try (var other = new LeasingApi()) {
        Renewal.Api client = () -> new ApiClient(other.address(), "token");
        var trust =
            new Trust(Renewal.keys(client), "lockbox", "demo-gateway", Duration.ofSeconds(30));
        var held = new Leases(trust, Instant::now, System::nanoTime);
        var keeps = new Renewal(held, new GrantId("contoso", "req-1"), client);
        keeps.renew();
        assertThat(held.mayNow(QUESTION)).isInstanceOf(Clearance.Open.class);
        other.refuseWith(code);
        assertThat(keeps.renew()).isEqualTo("refused: " + code);
        assertThat(held.mayNow(QUESTION)).isInstanceOf(Clearance.Shut.class);
      }
    }
  }

  @Test
  void whatIsHeardToBeOverShutsAtOnce() throws Exception {
    for (var ended :
        List.of(
            "id: 7\nevent: revocation\ndata: {\"type\":\"RequestRevoked\","
                + "\"request\":\"req-1\",\"session\":null}\n\n",
            "id: 7\nevent: revocation\ndata: {\"type\":\"GrantsFrozen\","
                + "\"request\":null,\"session\":null}\n\n",
            "event: gap\ndata: {\"after\":1,\"next\":7}\n\n",
            "event: of-later\ndata: {}\n\n")) {
      renewal.renew();
      assertThat(get("/secret").statusCode()).isEqualTo(201);
      api.say(ended);
      hearing().hear();
      assertThat(get("/secret").body()).isEqualTo("shut: [NO_LEASE]\n");
    }
  }

  @Test
  void whatEndsForOthersShutsNothing() throws Exception {
    renewal.renew();
    api.say(
        """
        id: 7
        event: revocation
        data: {"type":"RequestRevoked","request":"req-2","session":null}

        id: 8
        event: revocation
        data: {"type":"SessionEnded","request":"req-1","session":"s1"}

        event: alive
        data: {"sequence":9,"goodUntil":null}

        """);
    var hearing = hearing();
    hearing.hear();
    hearing.hear();
    assertThat(api.heardFrom()).containsExactly("", "9");
    assertThat(get("/secret").statusCode()).isEqualTo(201);
    api.close();
    hearing.hear();
    assertThat(get("/secret").statusCode()).isEqualTo(201);
  }

  private Hearing hearing() {
    return new Hearing(
        leases,
        new GrantId("contoso", "req-1"),
        () -> new ApiClient(api.address(), "token"),
        why -> {});
  }

  @Test
  void whatIsNotFreshIsTriedAgainWhileTheLeaseLasts() throws Exception {
    renewal.renew();
    api.refuseWith("NOT_FRESH");
    assertThat(renewal.renew()).isEqualTo("refused: NOT_FRESH");
    assertThat(get("/secret").statusCode()).isEqualTo(201);
  }

  @Test
  void anAnswerIsCutOffWhereTheLeaseIsOver() throws Exception {
    renewal.renew();
    var looks = new CopyOnWriteArrayList<Clearance>();
    try (var strict =
        doorFor(
            () -> {
              passed = looks.size() < 2 ? Duration.ZERO : Duration.ofSeconds(60);
              looks.add(leases.mayNow(QUESTION));
              return looks.getLast();
            })) {
      var cut =
          HttpRequest.newBuilder(strict.address().resolve("/" + "long/".repeat(5_000))).build();
      assertThatThrownBy(() -> http.send(cut, BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    }
    assertThat(looks).hasSize(3);
  }

  @Test
  void whatIsTooLargeOrLeadsNowhereIsNotPassedOn() throws Exception {
    renewal.renew();
    var large =
        HttpRequest.newBuilder(door.address())
            .POST(BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1]))
            .build();
    assertThat(http.send(large, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    assertThat(asked).isEmpty();
    service.stop(0);
    assertThat(get("/secret").statusCode()).isEqualTo(502);
  }

  private Door doorFor(Supplier<Clearance> mayNow) throws IOException {
    var address = "http://127.0.0.1:" + service.getAddress().getPort();
    return Door.inFrontOf(URI.create(address), 0, mayNow);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var uri = URI.create(door.address() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestMethod());
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var said = "%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), body);
      exchange.getResponseHeaders().set("Content-Type", "text/x-test");
      exchange.sendResponseHeaders(201, said.length());
      exchange.getResponseBody().write(said.getBytes(UTF_8));
    }
  }
}
