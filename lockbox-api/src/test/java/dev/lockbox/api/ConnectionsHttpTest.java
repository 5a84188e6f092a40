package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.api.security.Issuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** H2: connections that are held rather than used, at an API that has little patience and room. */
class ConnectionsHttpTest {
  private static final int ROOM = 30;
  private static final String ALIVE = "GET /health/liveness HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static HttpRig http;
  private final List<RawCaller> held = new ArrayList<>();
  private String one = "";

  @BeforeAll
  static void start() {
    http =
        HttpRig.start(
            Map.of(
                "lockbox.api.connections.max", ROOM,
                "lockbox.api.connections.head-within", "PT0.5S",
                "lockbox.api.connections.body-within", "PT0.5S"));
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  @BeforeEach
  void ask() {
    http.forget();
    one = http.requestOfContoso();
  }

  @Test
  void whoeverConnectsAndSaysNothingIsCutOff() {
    try (var silent = RawCaller.of(http)) {
      assertThat(silent.untilClosed()).isEmpty();
    }
  }

  @Test
  void aHeadThatTricklesIsCutOffHoweverSteadily() {
    try (var slow = RawCaller.of(http)) {
      slow.say("GET /health HTTP/1.1\r\nHost: x\r\nX: ");
      await().atMost(LIMIT).until(() -> slow.isCutOffSaying('x'));
    }
  }

  @Test
  void aBodyThatTricklesIsCutOffHoweverSteadilyAndIsNoShorterOne() {
    try (var slow = RawCaller.of(http)) {
      slow.say(denial(1000)).say(Bodies.decision("slow"));
      await().atMost(LIMIT).until(() -> slow.isCutOffSaying(' '));
    }
    assertThat(http.log().appended()).isZero();
  }

  @Test
  void soIsABodyInChunks() {
    try (var slow = RawCaller.of(http)) {
      var body = Bodies.decision("slow");
      slow.say(denial("Transfer-Encoding: chunked"))
          .say("%x\r\n%s\r\n1000\r\n".formatted(body.length(), body));
      await().atMost(LIMIT).until(() -> slow.isCutOffSaying(' '));
    }
    assertThat(http.log().appended()).isZero();
  }

  /** H3: more than is taken is refused, and read no further than for as long as that. */
  @Test
  void aBodyWithoutEndIsRefusedAndCutOff() {
    try (var endless = RawCaller.of(http)) {
      var chunk = "%x\r\n%s\r\n".formatted(64 * 1024, " ".repeat(64 * 1024));
      var heard =
          endless.say(denial("Transfer-Encoding: chunked")).say(chunk.repeat(16)).untilClosed();
      assertThat(RawCaller.statuses(heard)).containsExactly(413);
    }
    assertThat(http.log().appended()).isZero();
  }

  /** The second one of those on a connection has no more time than the first. */
  @Test
  void aHeadThatTricklesBehindAnotherRequestIsCutOffToo() {
    try (var slow = RawCaller.of(http)) {
      slow.say(ALIVE + "GET /health HTTP/1.1\r\nX: ");
      await().atMost(LIMIT).until(() -> slow.isCutOffSaying('x'));
      assertThat(RawCaller.statuses(slow.untilClosed())).containsExactly(200);
    }
  }

  @Test
  void whoIsSilentBetweenTwoRequestsIsNotCutOffByThat() {
    try (var patient = RawCaller.of(http);
        var silent = RawCaller.of(http)) {
      patient.say(ALIVE).awaitStatus(200);
      silent.untilClosed();
      patient.say(ALIVE).awaitStatus(200);
    }
  }

  @Test
  void othersAreAnsweredWhileConnectionsAreHeld() {
    IntStream.range(0, ROOM / 2).forEach(at -> hold().say(denial(1000)));
    http.caller("anna", CONTOSO, "approver").post(one + "/deny", Bodies.decision("no")).ok();
    held.forEach(RawCaller::close);
  }

  /** So that no flood of them takes all memory and all files: more than there is room for. */
  @Test
  void oneMoreThanThereIsRoomForIsClosedAtOnceAndRoomComesBack() {
    IntStream.range(0, 2 * ROOM).forEach(at -> hold().say(ALIVE));
    var answered = held.stream().filter(RawCaller::isAnswered).count();
    assertThat(answered).isBetween(1L, (long) ROOM);
    held.forEach(RawCaller::close);
    await().atMost(LIMIT).until(() -> isServed());
  }

  private RawCaller hold() {
    var caller = RawCaller.of(http);
    held.add(caller);
    return caller;
  }

  private static boolean isServed() {
    try (var caller = RawCaller.of(http)) {
      return caller.say(ALIVE).isAnswered();
    }
  }

  private String denial(int length) {
    return denial("Content-Length: " + length);
  }

  private String denial(String framing) {
    return "POST %s/deny HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n\r\n"
        .formatted(
            one, Issuer.token("anna", CONTOSO.value(), Set.of("approver"), MORNING), framing);
  }
}
