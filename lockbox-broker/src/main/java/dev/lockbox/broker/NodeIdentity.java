package dev.lockbox.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/**
 * Who a broker is and where it listens; kept beside its data, so that a restart is the same one at
 * the same address.
 */
record NodeIdentity(String clusterId, int clientPort, int controllerPort) {

  private static final String FILE = "node.properties";

  /** The identity kept in {@code directory}; on first use a new one, kept from then on. */
  static NodeIdentity keptIn(Path directory) {
    var kept = new KeptProperties(directory.resolve(FILE));
    return kept.read().map(found -> read(kept, found)).orElseGet(() -> create(kept));
  }

  private static NodeIdentity create(KeptProperties kept) {
    int[] ports = Loopback.freePorts(2);
    var created = new NodeIdentity(Uuid.randomUuid().toString(), ports[0], ports[1]);
    kept.write(
        Map.of(
            "cluster.id", created.clusterId,
            "client.port", Integer.toString(created.clientPort),
            "controller.port", Integer.toString(created.controllerPort)));
    return created;
  }

  private static NodeIdentity read(KeptProperties kept, Properties found) {
    return new NodeIdentity(
        kept.required(found, "cluster.id"),
        Integer.parseInt(kept.required(found, "client.port")),
        Integer.parseInt(kept.required(found, "controller.port")));
  }
}
