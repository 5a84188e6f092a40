package dev.lockbox.testkit.rig;

import dev.lockbox.broker.BrokerSettings;
import dev.lockbox.broker.LocalBroker;
import dev.lockbox.events.admin.Durability;
import dev.lockbox.events.admin.TopicAdmin;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** A broker with every topic of the table, for one run. */
public final class Ground implements AutoCloseable {
  private final String bootstrapServers;
  private final Runnable close;

  private Ground(String bootstrapServers, Runnable close) {
    this.bootstrapServers = bootstrapServers;
    this.close = close;
  }

  /** On a broker of its own, of which nothing stays; returns when every partition takes records. */
  public static Ground prepare() {
    var broker = LocalBroker.start(BrokerSettings.temporary());
    return new Ground(broker.bootstrapServers(), broker::close).withTopics();
  }

  /** On a broker of somebody else's, who also closes it; one node, and none of our topics yet. */
  public static Ground on(String bootstrapServers) {
    return new Ground(bootstrapServers, () -> {}).withTopics();
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** How a client reaches it, by Kafka's names. */
  public Map<String, Object> client() {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }

  @Override
  public void close() {
    close.run();
  }

  private Ground withTopics() {
    try (var admin = Admin.create(client())) {
      new TopicAdmin(admin).create(Durability.SINGLE);
    }
    return this;
  }
}
