package dev.lockbox.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What a local broker is configured with: one combined node, quick to start, small in memory. */
final class BrokerProperties {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final String CLIENT_LISTENER = "PLAINTEXT";

  /** Ten years: a directory left alone for a month must not have forgotten who read how far. */
  private static final String OFFSETS_RETENTION_MINUTES = Integer.toString(10 * 365 * 24 * 60);

  private static final Set<String> FIXED =
      Set.of(
          "process.roles",
          "node.id",
          "listeners",
          "advertised.listeners",
          "controller.listener.names",
          "controller.quorum.voters",
          "inter.broker.listener.name",
          "listener.security.protocol.map",
          "log.dirs");

  private static final Map<String, String> SAFE =
      Map.of(
          "auto.create.topics.enable", "false",
          "unclean.leader.election.enable", "false",
          "offsets.retention.minutes", OFFSETS_RETENTION_MINUTES);

  /** There is nobody to replicate to, and fifty empty partitions each cost time at every start. */
  private static final Map<String, String> INTERNAL_TOPICS =
      Map.of(
          "default.replication.factor", "1",
          "min.insync.replicas", "1",
          "offsets.topic.replication.factor", "1",
          "offsets.topic.num.partitions", "4",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "transaction.state.log.num.partitions", "4",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "share.coordinator.state.topic.num.partitions", "1");

  /**
   * After a kill the controller takes the broker for alive until its session ends, and lets no
   * other in: with Kafka's 9 s a restart took 12.6 s, with these 3.3 s. And a killed client's
   * transaction is looked for a second after its timeout, not ten.
   */
  private static final Map<String, String> QUICK_AFTER_A_KILL =
      Map.of(
          "broker.session.timeout.ms", "3000",
          "broker.heartbeat.interval.ms", "500",
          "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");

  private static final Map<String, String> SMALL_AND_QUICK =
      Map.of(
          "group.initial.rebalance.delay.ms", "0",
          "log.cleaner.dedupe.buffer.size", "4194304",
          "log.index.size.max.bytes", "1048576",
          "num.io.threads", "4",
          "num.network.threads", "2",
          "background.threads", "4");

  private BrokerProperties() {}

  static void refuseFixed(String property) {
    if (FIXED.contains(property)) {
      throw new IllegalArgumentException(
          property + " is what makes the broker local and restartable; it cannot be set");
    }
  }

  static Properties of(NodeIdentity node, Path log, Map<String, String> extra) {
    var properties = new Properties();
    properties.putAll(SAFE);
    properties.putAll(INTERNAL_TOPICS);
    properties.putAll(QUICK_AFTER_A_KILL);
    properties.putAll(SMALL_AND_QUICK);
    properties.putAll(extra);
    properties.putAll(identity(node, log));
    return properties;
  }

  private static Map<String, String> identity(NodeIdentity node, Path log) {
    var client = CLIENT_LISTENER + "://" + Loopback.address(node.clientPort());
    var controller = CONTROLLER_LISTENER + "://" + Loopback.address(node.controllerPort());
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE_ID),
        "listeners",
        client + "," + controller,
        "advertised.listeners",
        client,
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "controller.quorum.voters",
        NODE_ID + "@" + Loopback.address(node.controllerPort()),
        "inter.broker.listener.name",
        CLIENT_LISTENER,
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs",
        log.toString());
  }
}
