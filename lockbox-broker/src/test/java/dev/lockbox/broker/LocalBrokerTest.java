package dev.lockbox.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {

  @TempDir Path directory;

  @Test
  void aRestartKeepsAddressIdentityAndRecords() throws Exception {
    String address;
    String cluster;
    try (var broker = LocalBroker.start(BrokerSettings.in(directory))) {
      address = broker.bootstrapServers();
      cluster = broker.clusterId();
      new Clients(address).createTopic("kept");
      new Clients(address).write("kept", "before");
    }
    try (var again = LocalBroker.start(BrokerSettings.in(directory))) {
      assertThat(again.bootstrapServers()).isEqualTo(address);
      assertThat(again.clusterId()).isEqualTo(cluster);
      new Clients(address).write("kept", "after");
      assertThat(new Clients(address).read("kept")).containsExactly("before", "after");
    }
  }

  @Test
  void aDirectoryHasOneOwnerAndAnAddressOneListener() throws Exception {
    int port;
    try (var broker = LocalBroker.start(BrokerSettings.in(directory))) {
      port = Integer.parseInt(broker.bootstrapServers().split(":")[1]);
      assertThatThrownBy(() -> LocalBroker.start(BrokerSettings.in(directory)))
          .isInstanceOf(DirectoryInUse.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    try (var stranger = new ServerSocket()) {
      stranger.bind(new InetSocketAddress(Loopback.HOST, port));
      assertThatThrownBy(() -> LocalBroker.start(BrokerSettings.in(directory)))
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining(Loopback.address(port));
    }
    LocalBroker.start(BrokerSettings.in(directory)).close(); // the refusals left it free
  }

  @Test
  void isSafeByDefaultAndLeavesNothingBehind() throws Exception {
    Path temporary;
    try (var broker =
        LocalBroker.start(BrokerSettings.temporary().with("log.retention.ms", "3600000"))) {
      temporary = broker.directory();
      assertThat(temporary).isDirectory();
      var clients = new Clients(broker.bootstrapServers());
      try (var admin = clients.admin()) {
        var features = admin.describeFeatures().featureMetadata().get().finalizedFeatures();
        assertThat(features.get("transaction.version").maxVersionLevel()).isEqualTo((short) 2);
        assertThat(features.get("streams.version").maxVersionLevel()).isEqualTo((short) 1);
        var node = new ConfigResource(ConfigResource.Type.BROKER, "1");
        var settings = admin.describeConfigs(List.of(node)).all().get().get(node);
        assertThat(settings.get("auto.create.topics.enable").value()).isEqualTo("false");
        assertThat(settings.get("unclean.leader.election.enable").value()).isEqualTo("false");
        assertThat(settings.get("log.retention.ms").value()).isEqualTo("3600000");
        assertThatThrownBy(() -> admin.describeTopics(List.of("unknown")).allTopicNames().get())
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
      }
    }
    assertThat(temporary).doesNotExist();
  }

  @Test
  void whatMakesItLocalCannotBeSet() {
    var settings = BrokerSettings.temporary();
    assertThatThrownBy(() -> settings.with("listeners", "PLAINTEXT://0.0.0.0:9092"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("listeners is what makes the broker local");
  }
}
