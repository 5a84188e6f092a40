package dev.lockbox.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.TransactionVersion;

/**
 * One Kafka broker in this JVM: broker and controller in one node, on loopback only. A directory
 * left by a killed process starts like one that was closed.
 *
 * <p>Kafka ends the JVM itself when its own threads meet something they cannot survive (a full or
 * vanished disk); who must outlive that runs {@link ChildBroker}.
 */
public final class LocalBroker implements AutoCloseable {

  private static final String LOG = "log";

  private final BrokerDirectory directory;
  private final NodeIdentity node;
  private final KafkaRaftServer server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LocalBroker(BrokerDirectory directory, NodeIdentity node, KafkaRaftServer server) {
    this.directory = directory;
    this.node = node;
    this.server = server;
  }

  /**
   * Starts a broker and returns when it answers clients.
   *
   * @throws DirectoryInUse when another broker has the directory open
   * @throws PortTaken when the address kept in the directory is somebody else's now
   * @throws BrokerFailed when the log directory cannot be formatted
   */
  public static LocalBroker start(BrokerSettings settings) {
    var directory = BrokerDirectory.open(settings.directory());
    var started = false;
    try {
      var broker = startIn(directory, settings);
      started = true;
      return broker;
    } finally {
      if (!started) {
        directory.close();
      }
    }
  }

  /** {@code 127.0.0.1:port}; the same at every start on the same directory. */
  public String bootstrapServers() {
    return Loopback.address(node.clientPort());
  }

  public String clusterId() {
    return node.clusterId();
  }

  public Path directory() {
    return directory.path();
  }

  /** Returns when the broker has stopped and its directory may be opened again. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.shutdown();
      server.awaitShutdown();
      directory.close();
    }
  }

  private static LocalBroker startIn(BrokerDirectory directory, BrokerSettings settings) {
    var node = NodeIdentity.keptIn(directory.path());
    Loopback.requireFree(node.clientPort(), "the broker in " + directory.path());
    Loopback.requireFree(node.controllerPort(), "the controller in " + directory.path());
    var log = directory.path().resolve(LOG);
    format(node, log);
    var server = server(BrokerProperties.of(node, log, settings.extra()));
    return new LocalBroker(directory, node, server);
  }

  /** Does nothing to a log that is formatted already. */
  private static void format(NodeIdentity node, Path log) {
    var formatter =
        new Formatter()
            .setNodeId(BrokerProperties.NODE_ID)
            .setClusterId(node.clusterId())
            .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
            .addDirectory(log.toString())
            .setMetadataLogDirectory(log.toString())
            .setFeatureLevel(
                TransactionVersion.FEATURE_NAME, TransactionVersion.TV_2.featureLevel())
            .setIgnoreFormatted(true)
            .setPrintStream(new PrintStream(OutputStream.nullOutputStream()));
    try {
      formatter.run();
    } catch (Exception e) { // what Kafka declares
      throw new BrokerFailed("cannot format " + log, e);
    }
  }

  private static KafkaRaftServer server(Properties properties) {
    var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    var started = false;
    try {
      server.startup();
      started = true;
      return server;
    } finally {
      if (!started) {
        server.shutdown();
      }
    }
  }
}
