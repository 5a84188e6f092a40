package dev.lockbox.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.testkit.rig.Registry;
import dev.lockbox.testkit.run.Outcome.Accepted;
import dev.lockbox.verifier.jose.KeySet;
import dev.lockbox.verifier.lease.Clearance;
import dev.lockbox.verifier.lease.Keeping;
import dev.lockbox.verifier.lease.Lease;
import dev.lockbox.verifier.lease.Leases;
import dev.lockbox.verifier.lease.Question;
import dev.lockbox.verifier.lease.Received;
import dev.lockbox.verifier.lease.Trust;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Leases are let while the processor decides, and not when it has stopped. */
@ExtendWith(SharedRegistry.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class LeasesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final PersonId GATEWAY = new PersonId("gateway-1");
  private static final PersonId APPROVER = Cluster.CONTOSO.approvers().getFirst();
  private static final RequestId REQUEST = new RequestId(Cluster.CONTOSO.tenant(), "leased");

  private static final int OK = 200;
  private static final String ANY = "0123456789abcdef";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** By how much the gateway's clocks are ahead: how a test lets a minute pass. */
  private Duration ahead = Duration.ZERO;

  @Test
  void whenTheProcessorStopsNothingIsLetAndWhatIsHeldLapses(
      Registry registry, @TempDir Path directory) throws Exception {
    try (var cluster = Cluster.on(registry).leasingTo(GATEWAY, key(directory))) {
      var processor = cluster.processor();
      cluster.startApi();
      cluster.audit();
      cluster.enrol(Cluster.CUSTOMERS);
      cluster.jit.open(REQUEST, new PersonId("eva"), Optional.empty()).join();
      await("the request to wait")
          .atMost(LIMIT)
          .until(() -> cluster.auditor.shows(REQUEST, APPROVER));
      assertThat(cluster.approver.approve(REQUEST, APPROVER, "yes", 1).outcome())
          .isEqualTo(new Accepted(2));
      var leases = leases(cluster);
      await("a lease to be let").atMost(LIMIT).until(() -> renewed(cluster, leases).isPresent());
      var last = new AtomicReference<>(renewed(cluster, leases).orElseThrow());
      assertThat(opens(leases, last.get())).isTrue();

      cluster.stop(processor);
      var stopped = Instant.now();
      await("nothing to be let any more")
          .atMost(LIMIT)
          .until(
              () -> {
                renewed(cluster, leases).ifPresent(last::set);
                return code(ask(cluster, ANY)).equals("NOT_FRESH");
              });
      assertThat(last.get().until()).isBeforeOrEqualTo(stopped.plus(MINUTE));
      var no =
          CompletableFuture.supplyAsync(() -> cluster.approver.revoke(REQUEST, APPROVER, "enough"));
      ahead = MINUTE;
      assertThat(opens(leases, last.get())).isFalse();

      cluster.processor();
      assertThat(no).succeedsWithin(LIMIT);
      await("the revocation to be known")
          .atMost(LIMIT)
          .until(() -> code(ask(cluster, ANY)).equals("NOT_GRANTED"));
      cluster.judged();
    }
  }

  private Leases leases(Cluster cluster) throws Exception {
    var keys =
        http.send(
            HttpRequest.newBuilder(cluster.api().resolve("/.well-known/jwks.json")).build(),
            BodyHandlers.ofByteArray());
    return new Leases(
        new Trust(KeySet.parse(keys.body()), "lockbox", GATEWAY.value(), Duration.ofSeconds(10)),
        () -> Instant.now().plus(ahead),
        () -> System.nanoTime() + ahead.toNanos());
  }

  /** Empty when none is let. */
  private Optional<Lease> renewed(Cluster cluster, Leases leases) throws IOException {
    var asking = leases.ask();
    var answer = ask(cluster, asking.nonce());
    if (answer.statusCode() != OK) {
      return Optional.empty();
    }
    var lease = JSON.readTree(answer.body()).path("lease").asText();
    var received = leases.take(asking, lease);
    assertThat(received).isInstanceOf(Received.Held.class);
    return Optional.of(((Received.Held) received).lease());
  }

  private static boolean opens(Leases leases, Lease lease) {
    var action = lease.actions().iterator().next();
    var resource = lease.resources().iterator().next();
    var question = new Question(REQUEST.tenant().value(), "eva", action, resource, Keeping.NOTHING);
    return leases.mayNow(question) instanceof Clearance.Open;
  }

  private HttpResponse<String> ask(Cluster cluster, String nonce) {
    var path = "/v1/tenants/%s/requests/%s/lease".formatted(REQUEST.tenant(), REQUEST.value());
    var token = cluster.issuer.of(Cluster.TAILSPIN.tenant(), GATEWAY, "gateway");
    var body = "{\"nonce\":\"%s\"}".formatted(nonce);
    var post =
        HttpRequest.newBuilder(cluster.api().resolve(path))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(post, BodyHandlers.ofString());
    } catch (IOException noAnswer) {
      throw new IllegalStateException("the API does not answer", noAnswer);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  private static String code(HttpResponse<String> answer) throws IOException {
    JsonNode body = JSON.readTree(answer.body());
    return body.path("code").asText();
  }

  private static Path key(Path directory) throws Exception {
    var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    var pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getEncoder().encodeToString(key.getEncoded()));
    var file = directory.resolve("lease-key.pem");
    Files.writeString(file, pem, US_ASCII);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
