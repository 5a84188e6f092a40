package dev.lockbox.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.api.ApiMain;
import dev.lockbox.api.ApiService;
import dev.lockbox.testkit.load.Approver;
import dev.lockbox.testkit.load.Auditor;
import dev.lockbox.testkit.load.Customer;
import dev.lockbox.testkit.load.Traffic;
import dev.lockbox.testkit.rig.Registry;
import dev.lockbox.testkit.rig.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two APIs share the view, and everybody calls now one and now the other: each answers for every
 * customer, and what was answered holds whichever of them stops, or is killed.
 */
@ExtendWith(SharedRegistry.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SeveralApisIT {
  private static final String MAIN = ApiMain.class.getName();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int LIVES = 24;
  private static final int AT_ONCE = 8;

  private static final byte[] KEY = new byte[32];
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(1);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger calls = new AtomicInteger();

  private Cluster cluster;
  private ApiService first;
  private ServiceProcess second;

  @BeforeAll
  void up(Registry registry, @TempDir Path directory) throws IOException {
    cluster = Cluster.on(registry).sharing(key(directory));
    cluster.processor();
    cluster.audit();
    second = cluster.launch(MAIN, Cluster.OTHER_API);
    first = cluster.startApi();
    cluster.awaitWell(second);
    cluster.enrol(Cluster.CUSTOMERS);
  }

  @AfterAll
  void down() {
    cluster.close();
  }

  @Test
  void everyCustomerIsAnsweredByBothAlike() {
    assertThat(traffic("two APIs").start(LIVES, AT_ONCE)).succeedsWithin(Cluster.DONE_WITHIN);
    var run = cluster.judged();
    for (var customer : Cluster.CUSTOMERS) {
      var events =
          run.events().stream()
              .filter(one -> one.message().event().tenant().equals(customer.tenant()))
              .count();
      assertThat(seen(cluster.otherApi(), customer)).isEqualTo(seen(cluster.api(), customer));
      for (var api : apis()) {
        assertThat(heard(api, customer, events)).hasSize((int) events);
      }
    }
  }

  /** The other one answers, or says that it cannot yet, until it has what the killed one had. */
  @Test
  void killedUnderLoadOneLosesNoAnswerAndTheOtherTakesOver() {
    var traffic = traffic("a killed API");
    var done = traffic.start(LIVES, AT_ONCE);
    Cluster.awaitLived(traffic, LIVES / 4, done);
    second.kill();
    var asking = CompletableFuture.runAsync(() -> askUntil(done), this::onItsOwn);
    assertThat(done).succeedsWithin(Cluster.DONE_WITHIN);
    assertThat(asking).succeedsWithin(LIMIT);
    Cluster.CUSTOMERS.forEach(cluster::view);
    cluster.judged();
    second = cluster.process(MAIN, Cluster.OTHER_API);
  }

  @Test
  void restartedOneAfterTheOtherTheyLoseNoAnswer() {
    var traffic = traffic("a rolling restart");
    var done = traffic.start(LIVES, AT_ONCE);
    Cluster.awaitLived(traffic, LIVES / 4, done);
    cluster.stop(first);
    first = cluster.startApi();
    Cluster.awaitLived(traffic, LIVES / 2, done);
    cluster.stop(second);
    second = cluster.process(MAIN, Cluster.OTHER_API);
    assertThat(done).succeedsWithin(Cluster.DONE_WITHIN);
    cluster.judged();
  }

  @Test
  void whoSignsOutAtOneIsOutAtTheOtherWithinASecondAndStaysOut() {
    var session = PortalSession.of(Cluster.CONTOSO, KEY, http);
    var colleague = PortalSession.of(Cluster.CONTOSO, KEY, http);
    apis().forEach(api -> awaitAnswered(session, api, 200));
    var told = session.signOut(cluster.api());
    assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
    await("the other one to have heard")
        .atMost(HEARD_WITHIN)
        .until(() -> session.look(cluster.otherApi()).statusCode() == 303);
    assertThat(session.look(cluster.api()).statusCode()).isEqualTo(303);
    apis().forEach(api -> assertThat(colleague.look(api).statusCode()).isEqualTo(200));

    cluster.stop(first);
    cluster.stop(second);
    first = cluster.startApi();
    second = cluster.process(MAIN, Cluster.OTHER_API);
    for (var api : apis()) {
      awaitAnswered(colleague, api, 200);
      assertThat(session.look(api).statusCode()).isEqualTo(303);
    }
  }

  /** Until then it may only say that it cannot answer yet. */
  private static void awaitAnswered(PortalSession session, URI api, int status) {
    await("%s to answer".formatted(api))
        .atMost(LIMIT)
        .until(
            () -> session.look(api),
            answer -> {
              assertThat(answer.statusCode()).as(answer.body()).isIn(status, 503);
              return answer.statusCode() == status;
            });
  }

  /** Whoever is not answered by one asks the other. */
  private Traffic traffic(String what) {
    var approver = new Approver(this::either, cluster.issuer, cluster.history, PATIENCE);
    var auditor = new Auditor(this::either, cluster.issuer);
    return new Traffic(cluster.jit, approver, auditor, Cluster.CUSTOMERS, Seeds.next(what));
  }

  private URI either() {
    return apis().get(calls.getAndIncrement() % 2);
  }

  private List<URI> apis() {
    return List.of(cluster.api(), cluster.otherApi());
  }

  /** All that one of them shows of a customer; waits until it does. */
  private List<JsonNode> seen(URI api, Customer customer) {
    var auditor = new Auditor(() -> api, cluster.issuer);
    var reader = customer.approvers().getFirst();
    return await("customer %s to be shown".formatted(customer.tenant()))
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> auditor.read(customer.tenant(), reader, "approver"), viewed -> true)
        .items();
  }

  /** Asks the first of everybody's requests again and again: no answer may be a wrong one. */
  private void askUntil(CompletableFuture<Void> done) {
    while (!done.isDone()) {
      for (var customer : Cluster.CUSTOMERS) {
        var answer = send(cluster.api(), customer, "/requests?limit=1", BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
        assertThat(answer.headers().firstValue("Retry-After").isPresent())
            .isEqualTo(answer.statusCode() == 503);
      }
    }
  }

  /** So many of the customer's events from the first on, as a stream tells them: their ids. */
  private List<String> heard(URI api, Customer customer, long count) {
    var answer = send(api, customer, "/events/stream?after=0", BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    try (Stream<String> lines = answer.body()) {
      return lines.filter(line -> line.startsWith("id:")).limit(count).distinct().toList();
    }
  }

  private <T> HttpResponse<T> send(URI api, Customer customer, String path, BodyHandler<T> body) {
    var reader = customer.approvers().getFirst();
    var token = cluster.issuer.of(customer.tenant(), reader, "approver");
    var get =
        HttpRequest.newBuilder(api.resolve("/v1/tenants/%s%s".formatted(customer.tenant(), path)))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return http.send(get, body);
    } catch (IOException noAnswer) {
      throw new IllegalStateException("%s does not answer".formatted(api), noAnswer);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  private void onItsOwn(Runnable task) {
    Thread.ofVirtual().start(task);
  }

  private static Path key(Path directory) throws IOException {
    var file = directory.resolve("hop-key");
    Files.writeString(file, Base64.getEncoder().encodeToString(KEY), US_ASCII);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
