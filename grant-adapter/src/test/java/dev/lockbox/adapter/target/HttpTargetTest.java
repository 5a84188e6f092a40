package dev.lockbox.adapter.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockbox.adapter.target.TargetFailed.Scope;
import dev.lockbox.adapter.target.TargetServer.Trouble;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpTargetTest extends TargetContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration IMPATIENCE = Duration.ofMillis(300);

  @TempDir Path directory;

  private final TargetServer server = TargetServer.start();
  private final HttpTarget target = target(Optional.empty(), PATIENCE);

  @AfterEach
  void stop() {
    target.close();
    server.close();
  }

  @Override
  Target target() {
    return target;
  }

  @Override
  Listed putStrange() {
    var strange = new Listed("by-hand/50%?#&+", Optional.empty());
    server.put(strange.id(), "{}");
    return strange;
  }

  @Test
  void whatIsCreatedIsToldWithItsEnd() throws TargetFailed {
    create(Some.assignment());
    assertThat(server.told(Some.assignment().id()).orElseThrow().toString())
        .isEqualTo(
            "{\"tenant\":\"contoso\",\"request\":\"req-1\",\"engineer\":\"eva\","
                + "\"action\":\"k8s.pod.logs\",\"resource\":\"/clusters/aro1/ns/openshift-etcd\","
                + "\"until\":\"2026-03-02T12:00:00Z\"}");
  }

  @Test
  void anAssignmentWithoutARequestIsReadAsSuch() throws TargetFailed {
    server.put(
        "by-hand",
        """
        {"tenant": "contoso", "request": null, "engineer": "eva", "action": "secret.view",
         "resource": "/keyvaults/prod", "note": "what is not known is not read"}
        """);
    var says = target.list().listed().iterator().next().says().orElseThrow();
    assertThat(says.request()).isEmpty();
    assertThat(says.engineer()).hasToString("contoso/eva");
  }

  @Test
  void theTokenIsReadAnewForEachCall() throws Exception {
    var file = directory.resolve("token");
    Files.writeString(file, "first\n");
    var signedIn = target(Optional.of(file), PATIENCE);
    signedIn.list();
    assertThat(server.lastToken()).contains("Bearer first");
    Files.writeString(file, "second");
    signedIn.list();
    assertThat(server.lastToken()).contains("Bearer second");

    Files.writeString(file, "two words");
    assertThat(failure(signedIn::list)).hasMessageContaining("holds no token");
    Files.delete(file);
    assertThat(failure(signedIn::list)).hasMessageContaining("cannot be read");
    signedIn.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429, 401, 403})
  void whereTheTargetIsInTroubleNothingMoreIsAskedOfIt(int status) {
    everywhere(exchange -> TargetServer.answer(exchange, status, new byte[0]));
    assertThat(failure(() -> create(Some.assignment())).scope()).isEqualTo(Scope.TARGET);
    assertThat(failure(() -> target.remove("a")).scope()).isEqualTo(Scope.TARGET);
    assertThat(failure(target::list)).hasMessageContaining("answered " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 422, 202})
  void whatItRefusesIsThatOnesTrouble(int status) {
    everywhere(exchange -> TargetServer.answer(exchange, status, new byte[0]));
    assertThat(failure(() -> create(Some.assignment())).scope()).isEqualTo(Scope.ASSIGNMENT);
    assertThat(failure(() -> target.remove("a")).scope()).isEqualTo(Scope.ASSIGNMENT);
  }

  @Test
  void noRedirectIsFollowed() {
    try (var elsewhere = TargetServer.start()) {
      everywhere(
          exchange -> {
            exchange.getResponseHeaders().add("Location", elsewhere.base() + "/assignments");
            TargetServer.answer(exchange, 307, new byte[0]);
          });
      failure(() -> create(Some.assignment()));
      failure(target::list);
      assertThat(elsewhere.ids()).isEmpty();
      assertThat(elsewhere.lastToken()).isEmpty();
    }
  }

  @Test
  void whoDoesNotAnswerIsNotWaitedFor() {
    var closing = new CountDownLatch(1);
    everywhere(exchange -> awaitQuietly(closing));
    var impatient = target(Optional.empty(), IMPATIENCE);
    assertThat(failure(impatient::list).scope()).isEqualTo(Scope.TARGET);
    assertThat(failure(() -> impatient.remove("a")).scope()).isEqualTo(Scope.TARGET);
    impatient.close();
    closing.countDown();
  }

  @Test
  void whoStopsInTheMiddleOfAnAnswerIsNotWaitedFor() {
    var closing = new CountDownLatch(1);
    everywhere(
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          awaitQuietly(closing);
        });
    var impatient = target(Optional.empty(), IMPATIENCE);
    assertThat(failure(impatient::list)).hasMessageContaining("no answer");
    impatient.close();
    closing.countDown();
  }

  @Test
  void ofAnAnswerThatIsTooLargeNoMoreIsRead() {
    everywhere(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            for (var sent = 0; sent <= HttpCalls.BODY_BYTES_MAX; sent += 1024) {
              body.write(new byte[1024]);
            }
          }
        });
    assertThat(failure(target::list)).hasStackTraceContaining("larger than");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"items\": [",
        "{\"items\": {}}",
        "{\"next\": null}",
        "{\"items\": [{\"engineer\": \"eva\"}]}",
        "{\"items\": [{\"id\": \"..\"}]}",
        "{\"items\": [{\"id\": \"a b\"}]}",
        "{\"items\": [], \"next\": 7}",
        "{\"items\": [], \"next\": \"\"}",
        "{\"items\": []} {\"items\": []}"
      })
  void aListThatCannotBeReadIsNone(String body) {
    everywhere(
        exchange -> TargetServer.answer(exchange, 200, body.getBytes(StandardCharsets.UTF_8)));
    assertThat(failure(target::list).scope()).isEqualTo(Scope.TARGET);
  }

  @Test
  void aListOfWhichAPageIsMissingIsNone() throws TargetFailed {
    for (var number = 0; number < 7; number++) {
      create(Some.numbered(number));
    }
    server.trouble(
        "GET",
        exchange -> {
          var isFirst = !exchange.getRequestURI().getQuery().contains("cursor");
          var body = isFirst ? "{\"items\": [], \"next\": \"more\"}" : "";
          TargetServer.answer(exchange, isFirst ? 200 : 500, body.getBytes(StandardCharsets.UTF_8));
        });
    failure(target::list);
  }

  @Test
  void aListThatGoesRoundInCirclesIsNone() {
    everywhere(
        exchange ->
            TargetServer.answer(
                exchange,
                200,
                "{\"items\": [], \"next\": \"again\"}".getBytes(StandardCharsets.UTF_8)));
    assertThat(failure(target::list)).hasMessageContaining("circles");
  }

  @Test
  void whoIsNotThereFails() {
    server.close();
    assertThat(failure(target::list)).hasMessageContaining("no answer");
  }

  private void everywhere(Trouble trouble) {
    for (var method : new String[] {"GET", "PUT", "DELETE"}) {
      server.trouble(method, trouble);
    }
  }

  private HttpTarget target(Optional<Path> token, Duration patience) {
    var base = URI.create(server.base() + "/");
    return new HttpTarget(
        new HttpTargetSettings(new HttpSettings(base, token, patience, patience), 5));
  }

  private static void awaitQuietly(CountDownLatch closing) throws IOException {
    try {
      closing.await();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  @FunctionalInterface
  private interface Call {
    void make() throws TargetFailed;
  }

  private static TargetFailed failure(Call call) {
    var failed = catchThrowableOfType(TargetFailed.class, call::make);
    assertThat(failed).isNotNull();
    return failed;
  }
}
