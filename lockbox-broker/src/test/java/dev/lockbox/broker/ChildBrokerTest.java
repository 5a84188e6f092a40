package dev.lockbox.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildBrokerTest {

  /** What Kafka leaves in its log directory when it was not killed. */
  private static final String STOPPED_IN_ORDER = "log/.kafka_cleanshutdown";

  @TempDir Path directory;

  @Test
  void aKilledBrokerStartsAgainWithWhatItAcknowledged() throws Exception {
    String address;
    try (var broker = ChildBroker.start(directory)) {
      address = broker.bootstrapServers();
      new Clients(address).createTopic("kept");
      new Clients(address).write("kept", "before");
      assertThatThrownBy(() -> LocalBroker.start(BrokerSettings.in(directory)))
          .isInstanceOf(DirectoryInUse.class)
          .hasMessageContaining("process " + broker.process().pid());
      broker.kill();
      assertThat(broker.process().isAlive()).isFalse();
    }
    assertThat(directory.resolve(STOPPED_IN_ORDER)).doesNotExist();
    try (var again = ChildBroker.start(directory)) {
      assertThat(again.bootstrapServers()).isEqualTo(address);
      assertThat(new Clients(address).read("kept")).containsExactly("before");
    }
    assertThat(directory.resolve(STOPPED_IN_ORDER)).exists();
  }
}
