package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.api.security.Issuer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H2: callers who take nothing of what they asked for, at an API with little room for it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReadersHttpTest {
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final int REQUESTS = 500;
  private static final int TAKEN_AHEAD_MAX = 1000;

  private static HttpRig http;

  @BeforeAll
  static void start() {
    http =
        HttpRig.start(
            Map.of(
                "micronaut.server.idle-timeout", "8s",
                "micronaut.server.netty.child-options.SO_SNDBUF", 8192,
                "lockbox.api.streams.stalled-after", "PT5S",
                "lockbox.api.streams.alive-every", "PT1S"));
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  @BeforeEach
  void forget() {
    http.forget();
    http.register(CONTOSO);
  }

  /** Their place is another's before their connection is closed, and they are told of no end. */
  @Test
  void whoTakesNothingOfAStreamIsCutOffAndTheirPlaceIsFree() {
    for (var one = 0; one < REQUESTS; one++) {
      http.open(CONTOSO, "req-" + one);
    }
    try (var deaf = RawCaller.ofLittleRoom(http)) {
      deaf.say(
          "GET /v1/tenants/contoso/events/stream?after=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(Issuer.token("anna", CONTOSO.value(), Set.of("approver"), MORNING)));
      await("the stream to be open").atMost(LIMIT).until(() -> gauge("lockbox.streams.open") == 1);
      await("its place to be free").atMost(LIMIT).until(() -> gauge("lockbox.streams.open") == 0);
      assertThat(http.meters().get("lockbox.streams.cut.off").counter().count()).isEqualTo(1);
      awaitNobodyConnected();
      assertThat(deaf.untilClosed()).startsWith("HTTP/1.1 200").doesNotEndWith("0\r\n\r\n");
    }
  }

  /** What they ask for is not even read while the answers before it are not taken. */
  @Test
  void whoAsksOnAndOnAndTakesNothingIsReadNoFurtherAndCutOff() {
    var before = served();
    var asked = "GET /portal/assets/portal.css HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100);
    try (var deaf = RawCaller.ofLittleRoom(http)) {
      var asking =
          CompletableFuture.runAsync(
              () -> {
                for (var one = 0; one < 10_000; one++) {
                  deaf.say(asked);
                }
              });
      await("somebody to ask").atMost(LIMIT).until(() -> gauge("lockbox.api.connections") == 1);
      awaitNobodyConnected();
      assertThat(asking).succeedsWithin(LIMIT);
      assertThat(served() - before).isLessThan(TAKEN_AHEAD_MAX);
    }
  }

  private static void awaitNobodyConnected() {
    await("the connection to be closed")
        .atMost(LIMIT)
        .until(() -> gauge("lockbox.api.connections") == 0);
  }

  /** Of what was never used there is none. */
  private static double gauge(String name) {
    var gauge = http.meters().find(name).gauge();
    return gauge == null ? 0 : gauge.value();
  }

  /** Answers that were begun. */
  private static long served() {
    return http.meters().find("http.server.requests").timers().stream()
        .mapToLong(timer -> timer.count())
        .sum();
  }
}
