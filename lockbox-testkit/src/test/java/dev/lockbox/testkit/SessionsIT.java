package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionCommand.Told;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.ActivityLogEntry;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.PostureFound;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.testkit.rig.Registry;
import dev.lockbox.testkit.rig.Signers;
import dev.lockbox.testkit.run.Outcome.Accepted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway's records travel the whole lockbox, from its topic to what the customer is shown. */
@ExtendWith(SharedRegistry.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SessionsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int OK = 200;

  private static final PersonId APPROVER = Cluster.CONTOSO.approvers().getFirst();
  private static final EngineerId EVA =
      new EngineerId(Cluster.CONTOSO.tenant(), new PersonId("eva"));
  private static final RequestId REQUEST = new RequestId(Cluster.CONTOSO.tenant(), "watched");
  private static final RequestId ELSEWHERE =
      new RequestId(Cluster.FABRIKAM.tenant(), "elsewhere-too");
  private static final SessionId SESSION = new SessionId("s1");
  private static final DeviceId LAPTOP = new DeviceId("laptop-7");
  private static final ResourceName TARGET = new ResourceName("/clusters/c1/ns/openshift-etcd");

  private static final Connection CONNECTION =
      new Connection(
          Channel.REMOTE_SHELL,
          "gateway-1.internal",
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Keeps.NOTHING);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void whatAGatewayTellsIsShownToTheCustomerAndARevocationEndsTheSession(Registry registry)
      throws Exception {
    try (var cluster = Cluster.on(registry).up()) {
      cluster.formats.learn(List.of(Topics.ACTIVITY));
      cluster.jit.open(REQUEST, EVA.person(), Optional.empty()).join();
      await("the request to wait").atMost(SOON).until(() -> isShown(cluster));
      tell(cluster, start("too-early"));
      await("who comes before the yes to be turned away")
          .atMost(SOON)
          .until(() -> refusals(cluster, REQUEST).contains("NOT_GRANTED"));
      assertThat(cluster.approver.approve(REQUEST, APPROVER, "yes", 1).outcome())
          .isEqualTo(new Accepted(2));

      forge(cluster, did("forged", "secret.view"), cluster.signers.jitService());
      tell(cluster, start("in-time"), did("reads", "k8s.pod.logs"), did("more", "k8s.pod.exec"));
      await("what was done to be shown")
          .atMost(SOON)
          .until(() -> sessions(cluster, REQUEST).at("/use/flagged").asInt() == 1);
      var shown = sessions(cluster, REQUEST);
      assertThat(shown.at("/items/0/id").asText()).isEqualTo(SESSION.value());
      assertThat(shown.at("/items/0/endedAt").isNull()).isTrue();
      assertThat(shown.at("/use/performed/0/action").asText()).isEqualTo("k8s.pod.logs");

      cluster.approver.revoke(REQUEST, APPROVER, "enough");
      await("the session to end with its grant")
          .atMost(SOON)
          .until(
              () -> sessions(cluster, REQUEST).at("/items/0/end").asText().equals("GRANT_ENDED"));
      assertThat(sessions(cluster, REQUEST).at("/use/isFinal").asBoolean()).isTrue();

      tell(cluster, did("after", "k8s.pod.logs"));
      await("what is done after the end to be found")
          .atMost(SOON)
          .until(() -> newest(cluster).path("findings").toString().contains("NOT_GRANTED"));
      assertThat(cluster.judged().quarantine())
          .as("what another signed")
          .extracting(logged -> logged.message().cause())
          .containsExactly(QuarantineCause.FALSELY_SIGNED);
      assertThat(get(cluster, REQUEST, "/activity").toString())
          .contains("k8s.pod.logs")
          .doesNotContain("secret.view");
    }
  }

  @Test
  void whoIsOnAGatewayAtOneCustomerIsLetInAtAnotherOnlyOnceTheyHaveLeft(Registry registry)
      throws Exception {
    try (var cluster = Cluster.on(registry).up()) {
      cluster.formats.learn(List.of(Topics.ACTIVITY));
      granted(cluster, REQUEST);
      granted(cluster, ELSEWHERE);

      tell(cluster, onGateway(REQUEST, "g1"), onGateway(ELSEWHERE, "g2"));
      await("the first to be in, and the second not")
          .atMost(SOON)
          .until(() -> isIn(cluster, REQUEST) && limits(cluster, ELSEWHERE) == 1);
      tellByAPartitionerOfItsOwn(cluster, onGateway(ELSEWHERE, "g3"));
      await("whatever a gateway's partitioner, that there is no second seat")
          .atMost(SOON)
          .until(() -> limits(cluster, ELSEWHERE) == 2);
      assertThat(isIn(cluster, ELSEWHERE)).isFalse();

      tell(cluster, left(REQUEST, "g1"));
      var tries = new AtomicInteger();
      await("whoever asks again to be in")
          .atMost(SOON)
          .until(
              () -> {
                tell(cluster, onGateway(ELSEWHERE, "again-" + tries.incrementAndGet()));
                return isIn(cluster, ELSEWHERE);
              });
      assertThat(isIn(cluster, REQUEST)).isFalse();
      tell(cluster, onGateway(REQUEST, "g4"));
      await("the first to be kept off in turn")
          .atMost(SOON)
          .until(() -> limits(cluster, REQUEST) == 1);
      cluster.judged();
    }
  }

  /** Told once, of no customer; these two do not share a partition. */
  @Test
  void aDeviceThatIsFoundWantingEndsSessionsAtEveryCustomerAndLetsNobodyInUntilItIsMended(
      Registry registry) throws Exception {
    assertThat(commandsOf(REQUEST)).isNotEqualTo(commandsOf(ELSEWHERE));
    try (var cluster = Cluster.on(registry).up()) {
      cluster.formats.learn(List.of(Topics.ACTIVITY));
      granted(cluster, REQUEST);
      granted(cluster, ELSEWHERE);
      tell(cluster, onLaptop(REQUEST, "here"), onLaptop(ELSEWHERE, "there"));
      await("both to be in")
          .atMost(SOON)
          .until(() -> isIn(cluster, REQUEST) && isIn(cluster, ELSEWHERE));

      tell(cluster, posture("wanting", false));
      for (var request : List.of(REQUEST, ELSEWHERE)) {
        await("nobody to be in at " + request.tenant())
            .atMost(SOON)
            .until(
                () ->
                    sessions(cluster, request)
                        .at("/items/0/end")
                        .asText()
                        .equals("DEVICE_NOT_COMPLIANT"));
      }
      tell(cluster, onLaptop(REQUEST, "here-again"), onLaptop(ELSEWHERE, "there-again"));
      for (var request : List.of(REQUEST, ELSEWHERE)) {
        await("whoever comes on it to be turned away at " + request.tenant())
            .atMost(SOON)
            .until(() -> refusals(cluster, request).contains("DEVICE_NOT_ALLOWED"));
      }

      tell(cluster, posture("mended", true));
      var tries = new AtomicInteger();
      for (var request : List.of(REQUEST, ELSEWHERE)) {
        await("whoever asks again to be in at " + request.tenant())
            .atMost(SOON)
            .until(
                () -> {
                  tell(cluster, onLaptop(request, "mended-" + tries.incrementAndGet()));
                  return isIn(cluster, request);
                });
      }
      cluster.judged();
    }
  }

  private static int commandsOf(RequestId request) {
    return Topics.partitionOf(request.tenant(), Topics.COMMANDS.partitions());
  }

  private static Told onLaptop(RequestId request, String session) {
    return new StartSession(
        new EngineerId(request.tenant(), EVA.person()),
        by("start-" + session),
        new SessionId(session),
        request,
        Optional.of(TARGET),
        Optional.empty(),
        new Connection(
            CONNECTION.channel(),
            CONNECTION.source(),
            Optional.of(new Device(LAPTOP, Optional.empty(), Optional.empty(), Set.of())),
            CONNECTION.methods(),
            CONNECTION.credential(),
            CONNECTION.crypto(),
            CONNECTION.country(),
            CONNECTION.keeps()));
  }

  private static PostureFound posture(String id, boolean compliant) {
    var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new PostureFound(new Posture(LAPTOP, by(id), compliant, at), at);
  }

  private void granted(Cluster cluster, RequestId request) {
    cluster.jit.open(request, EVA.person(), Optional.empty()).join();
    await("request %s to wait".formatted(request))
        .atMost(SOON)
        .until(() -> cluster.auditor.shows(request, approverOf(request)));
    assertThat(cluster.approver.approve(request, approverOf(request), "yes", 1).outcome())
        .isEqualTo(new Accepted(2));
  }

  private static PersonId approverOf(RequestId request) {
    return Cluster.CUSTOMERS.stream()
        .filter(customer -> customer.tenant().equals(request.tenant()))
        .map(customer -> customer.approvers().getFirst())
        .findFirst()
        .orElseThrow();
  }

  private boolean isIn(Cluster cluster, RequestId request) {
    return sessions(cluster, request).path("items").findValues("endedAt").stream()
        .anyMatch(JsonNode::isNull);
  }

  private long limits(Cluster cluster, RequestId request) {
    return refusals(cluster, request).stream().filter("SESSION_LIMIT"::equals).count();
  }

  private static Told onGateway(RequestId request, String session) {
    return new StartSession(
        new EngineerId(request.tenant(), EVA.person()),
        by("start-" + session),
        new SessionId(session),
        request,
        Optional.empty(),
        Optional.empty(),
        CONNECTION);
  }

  private static Told left(RequestId request, String session) {
    return new EndSession(
        new EngineerId(request.tenant(), EVA.person()),
        by("left-" + session),
        new SessionId(session),
        request);
  }

  private static Told start(String id) {
    return new StartSession(
        EVA, by(id), SESSION, REQUEST, Optional.of(TARGET), Optional.empty(), CONNECTION);
  }

  private static Told did(String id, String action) {
    return new ReportAction(
        EVA,
        by(id),
        Optional.of(REQUEST),
        Optional.of(SESSION),
        new Deed(
            Witness.GATEWAY,
            new ActionName(action),
            TARGET,
            false,
            Optional.empty(),
            0,
            Optional.empty(),
            Map.of()));
  }

  private static Attempt by(String id) {
    return new Attempt(Signers.GATEWAY, new DecisionId(id));
  }

  private static void tell(Cluster cluster, Told... all) throws Exception {
    tell(cluster, Optional.empty(), all);
  }

  private static void tellByAPartitionerOfItsOwn(Cluster cluster, Told told) throws Exception {
    var partitions = Topics.ACTIVITY.partitions();
    var usual = Topics.partitionOf(told.engineer().person(), partitions);
    tell(cluster, Optional.of((usual + 1) % partitions), told);
  }

  private static void tell(Cluster cluster, Optional<Integer> partition, Told... all)
      throws Exception {
    for (var told : all) {
      publish(cluster, partition, new Activity(told, Instant.now()));
    }
  }

  private static void tell(Cluster cluster, PostureFound posture) throws Exception {
    publish(cluster, Optional.empty(), posture);
  }

  private static void forge(Cluster cluster, Told told, SigningKey by) throws Exception {
    var entry = new Activity(told, Instant.now());
    send(cluster, record(cluster, Optional.empty(), entry, by));
  }

  private static ProducerRecord<byte[], byte[]> record(
      Cluster cluster, Optional<Integer> partition, ActivityLogEntry entry, SigningKey by) {
    var format = cluster.formats.activityLog();
    var said = new Publication(format.topic().name(), format.key(entry), format.value(entry));
    var record =
        new ProducerRecord<>(said.topic(), partition.orElse(null), said.key(), said.value());
    record.headers().add(Headers.SIGNATURE, by.sign(said).header());
    return record;
  }

  private static void publish(Cluster cluster, Optional<Integer> partition, ActivityLogEntry entry)
      throws Exception {
    send(cluster, record(cluster, partition, entry, cluster.signers.gateway()));
  }

  private static void send(Cluster cluster, ProducerRecord<byte[], byte[]> record)
      throws Exception {
    var serializer = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(cluster.ground.client(), serializer, serializer)) {
      producer.send(record).get();
    }
  }

  private boolean isShown(Cluster cluster) {
    return cluster.auditor.shows(REQUEST, APPROVER);
  }

  private List<String> refusals(Cluster cluster, RequestId request) {
    return get(cluster, request, "/requests/" + request.value() + "/events")
        .path("items")
        .findValuesAsText("refusal");
  }

  private JsonNode sessions(Cluster cluster, RequestId request) {
    return get(cluster, request, "/requests/" + request.value() + "/sessions");
  }

  private JsonNode newest(Cluster cluster) {
    return get(cluster, REQUEST, "/activity").at("/items/0");
  }

  private JsonNode get(Cluster cluster, RequestId request, String path) {
    var tenant = request.tenant();
    var get =
        HttpRequest.newBuilder(cluster.api().resolve("/v1/tenants/" + tenant + path))
            .timeout(SOON)
            .header(
                "Authorization",
                "Bearer " + cluster.issuer.of(tenant, approverOf(request), "approver"))
            .build();
    try {
      var answer = http.send(get, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
      return JSON.readTree(answer.body());
    } catch (IOException noAnswer) {
      throw new UncheckedIOException("the API does not answer " + path, noAnswer);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading " + path, stopped);
    }
  }
}
