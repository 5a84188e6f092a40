package dev.lockbox.broker;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a local broker keeps its data, and what it is told beyond its defaults.
 *
 * @param directory holds log, ports and cluster id; created when missing. Empty means a temporary
 *     one, deleted when the broker closes
 * @param extra broker properties that win over the defaults; listeners, node id, roles and log
 *     directory are not to be changed and are refused
 */
public record BrokerSettings(Optional<Path> directory, Map<String, String> extra) {

  public BrokerSettings {
    requireNonNull(directory, "directory");
    extra = Map.copyOf(extra);
    extra.keySet().forEach(BrokerProperties::refuseFixed);
  }

  /** A broker whose data, address and identity outlive it in {@code directory}. */
  public static BrokerSettings in(Path directory) {
    return new BrokerSettings(Optional.of(directory), Map.of());
  }

  /** A broker that leaves nothing behind. */
  public static BrokerSettings temporary() {
    return new BrokerSettings(Optional.empty(), Map.of());
  }

  public BrokerSettings with(String property, String value) {
    var more = new LinkedHashMap<>(extra);
    more.put(property, value);
    return new BrokerSettings(directory, more);
  }
}
