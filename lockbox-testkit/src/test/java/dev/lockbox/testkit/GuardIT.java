package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lockbox.events.admin.Durability;
import dev.lockbox.events.admin.StartupGuard;
import dev.lockbox.events.admin.UnsafeDeployment;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.ProcessorService;
import dev.lockbox.testkit.rig.Ground;
import dev.lockbox.testkit.rig.Link;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a service refuses to stand on, on a real broker whose topics were altered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class GuardIT {
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(20);

  private Ground ground;
  private Admin admin;

  @BeforeAll
  void prepare() {
    ground = Ground.prepare();
    admin = Admin.create(ground.client());
  }

  @AfterAll
  void close() {
    admin.close();
    ground.close();
  }

  /** A setting of a topic, and a value that it must not have. */
  record Wrong(Topic topic, String setting, String value) {}

  static List<Wrong> wrongs() {
    return List.of(
        new Wrong(Topics.REQUESTS, "retention.ms", "1000"),
        new Wrong(Topics.REQUESTS, "retention.bytes", "1000000"),
        new Wrong(Topics.COMMANDS, "message.timestamp.type", "CreateTime"),
        new Wrong(Topics.COMMANDS, "max.message.bytes", "1000"),
        new Wrong(Topics.EVENTS, "retention.ms", "604800000"),
        new Wrong(Topics.EVENTS, "cleanup.policy", "compact"),
        new Wrong(Topics.EVENTS, "cleanup.policy", "compact,delete"),
        new Wrong(Topics.STATE, "cleanup.policy", "delete"),
        new Wrong(Topics.STATE, "cleanup.policy", "compact,delete"),
        new Wrong(Topics.AUDIT, "retention.ms", "1"),
        new Wrong(Topics.AUDIT, "unclean.leader.election.enable", "true"),
        new Wrong(Topics.NOTICES, "cleanup.policy", "delete"),
        new Wrong(Topics.SIGN_OUTS, "retention.ms", "3600000"),
        new Wrong(Topics.SIGN_OUTS, "segment.ms", "604800000"),
        new Wrong(Topics.QUARANTINE, "retention.bytes", "1"),
        new Wrong(Topics.EVENTS, "min.insync.replicas", "2"));
  }

  @Test
  @Order(1)
  void topicsAsTheyWereCreatedAreGoodGround() {
    assertThatCode(() -> StartupGuard.check(ground.client(), Durability.SINGLE))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  @Order(2)
  void aWrongSettingIsRefusedByItsName(Wrong wrong) throws Exception {
    var right = value(wrong);
    alter(wrong, wrong.value());
    try {
      assertThatThrownBy(() -> StartupGuard.check(ground.client(), Durability.SINGLE))
          .isInstanceOfSatisfying(
              UnsafeDeployment.class,
              refused ->
                  assertThat(refused.problems())
                      .singleElement()
                      .asString()
                      .contains(wrong.topic().name(), wrong.setting(), right, wrong.value()));
    } finally {
      alter(wrong, right);
    }
  }

  @Test
  @Order(3)
  void tooFewCopiesAreRefused() {
    assertThatThrownBy(() -> StartupGuard.check(ground.client(), Durability.DEFAULT))
        .isInstanceOfSatisfying(
            UnsafeDeployment.class,
            refused ->
                assertThat(refused.problems())
                    .filteredOn(problem -> problem.contains("replication factor must be 3, was 1"))
                    .hasSameSizeAs(Topics.all()));
  }

  @Test
  @Order(4)
  void plainTextBeyondLoopbackIsRefused() throws Exception {
    var address = beyondLoopback();
    Assumptions.assumeTrue(address.isPresent(), "this machine has no address but its loopback");
    var broker = URI.create("kafka://" + ground.bootstrapServers());
    try (var link = Link.to(broker, address.get())) {
      var there = link.url().getHost() + ":" + link.url().getPort();
      Map<String, Object> client = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, there);
      assertThatThrownBy(() -> StartupGuard.check(client, Durability.SINGLE))
          .isInstanceOfSatisfying(
              UnsafeDeployment.class,
              refused ->
                  assertThat(refused.problems())
                      .singleElement()
                      .asString()
                      .contains("PLAINTEXT", address.get().getHostAddress()));
    }
  }

  @Test
  @Order(5)
  void aServiceDoesNotStartOnTopicsThatAreMissingOrWereWidened(@TempDir Path data)
      throws Exception {
    admin.deleteTopics(List.of(Topics.QUARANTINE.name())).all().get();
    admin.createPartitions(Map.of(Topics.EVENTS.name(), NewPartitions.increaseTo(7))).all().get();
    await("the broker to have done both")
        .atMost(SEEN_WITHIN)
        .until(() -> !admin.listTopics().names().get().contains(Topics.QUARANTINE.name()));
    var settings =
        Map.<String, Object>of(
            "lockbox.kafka.bootstrap-servers", ground.bootstrapServers(),
            "lockbox.durability.replication-factor", 1,
            "lockbox.durability.min-insync-replicas", 1,
            "lockbox.data-dir", data.toString(),
            "micronaut.server.port", -1);
    assertThatThrownBy(() -> ProcessorService.start(settings, Optional.empty()).close())
        .isInstanceOfSatisfying(
            UnsafeDeployment.class,
            refused ->
                assertThat(refused.problems())
                    .containsExactlyInAnyOrder(
                        "topic lockbox.quarantine does not exist",
                        "topic lockbox.events: partitions must be 6, was 7"));
  }

  private String value(Wrong wrong) throws Exception {
    var resource = resource(wrong);
    return admin
        .describeConfigs(List.of(resource))
        .all()
        .get()
        .get(resource)
        .get(wrong.setting())
        .value();
  }

  private void alter(Wrong wrong, String value) throws Exception {
    var change = new AlterConfigOp(new ConfigEntry(wrong.setting(), value), OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource(wrong), List.of(change))).all().get();
    await("the broker to have taken it")
        .atMost(SEEN_WITHIN)
        .until(() -> value(wrong).equals(value));
  }

  private static ConfigResource resource(Wrong wrong) {
    return new ConfigResource(ConfigResource.Type.TOPIC, wrong.topic().name());
  }

  private static Optional<InetAddress> beyondLoopback() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .filter(address -> address.getAddress().length == 4)
        .findFirst();
  }
}
