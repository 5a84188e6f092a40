package dev.lockbox.broker.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.broker.BrokerSettings;
import dev.lockbox.broker.LocalBroker;
import dev.lockbox.broker.Loopback;
import dev.lockbox.broker.registry.RegistryHealth.Running;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRegistryIT {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration SOON = Duration.ofSeconds(10);

  private static LocalBroker broker;

  @TempDir Path directory;

  @BeforeAll
  static void startBroker() {
    broker = LocalBroker.start(BrokerSettings.temporary());
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void schemasOutliveAKilledParentAndAKilledServer() throws Exception {
    var parent = RegistryParent.start(directory, broker.bootstrapServers());
    var client = RegistryClient.of(urlInNote());
    await().atMost(LIMIT).ignoreExceptions().until(() -> registers(client));
    var first = notedProcess();
    parent.destroyForcibly();
    await().atMost(SOON).until(() -> !first.isAlive());

    try (var registry = LocalRegistry.start(settings()).awaitReady()) {
      assertThat(registry.url()).isEqualTo(client.url());
      assertThat(client.latest("kept")).startsWith("200").contains("\"schema\":\"\\\"string\\\"\"");

      var second = running(registry);
      second.destroyForcibly();
      await()
          .atMost(LIMIT)
          .until(() -> registry.health() instanceof Running now && now.pid() != second.pid());
      assertThat(client.latest("kept")).startsWith("200").contains("\"schema\":\"\\\"string\\\"\"");
      assertThat(retentionOfTheJournal()).isEqualTo("-1");

      var third = running(registry);
      registry.close();
      assertThat(third.isAlive()).isFalse();
      assertThat(registry.health()).isInstanceOf(RegistryHealth.Stopped.class);
    }
  }

  /** Paused, it does not see its parent end: the case no pipe can cover. */
  @Test
  void aServerLeftBehindIsEndedByTheNextStart() throws Exception {
    var parent = RegistryParent.start(directory, broker.bootstrapServers());
    var orphan = notedProcess();
    signal("STOP", orphan);
    parent.destroyForcibly().waitFor();
    assertThat(orphan.isAlive()).isTrue();

    try (var registry = LocalRegistry.start(settings())) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(notedProcess().pid()).isNotEqualTo(orphan.pid());
    }
    assertThat(RegistryNote.readFrom(directory).process()).isEmpty();
  }

  private RegistrySettings settings() {
    return RegistrySettings.of(directory, ApicurioHome.find(), broker.bootstrapServers());
  }

  private static boolean registers(RegistryClient client) throws IOException, InterruptedException {
    return client.register("kept", "\"\\\"string\\\"\"").startsWith("200");
  }

  private ProcessHandle notedProcess() {
    await().atMost(SOON).until(() -> RegistryNote.readFrom(directory).process().isPresent());
    var pid = RegistryNote.readFrom(directory).process().orElseThrow().pid();
    return ProcessHandle.of(pid).orElseThrow();
  }

  private URI urlInNote() {
    var port = RegistryNote.readFrom(directory).port();
    return URI.create("http://" + Loopback.address(port) + "/apis/ccompat/v7");
  }

  private static ProcessHandle running(LocalRegistry registry) {
    return ProcessHandle.of(((Running) registry.health()).pid()).orElseThrow();
  }

  private static void signal(String name, ProcessHandle process)
      throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static String retentionOfTheJournal() throws Exception {
    var journal = new ConfigResource(ConfigResource.Type.TOPIC, "kafkasql-journal");
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      return admin
          .describeConfigs(List.of(journal))
          .all()
          .get()
          .get(journal)
          .get("retention.ms")
          .value();
    }
  }
}
