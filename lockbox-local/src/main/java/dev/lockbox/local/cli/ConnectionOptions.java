package dev.lockbox.local.cli;

import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.local.up.DeploymentDocument;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which Kafka and registry are meant: those of a settings file or of the options, else those of the
 * local lockbox.
 */
final class ConnectionOptions {
  @Mixin private DataOption data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings in YAML, as a service takes them.")
  private Optional<Path> config;

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "Kafka; wins over the file.")
  private Optional<String> bootstrapServers;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "Schema registry; wins over the file.")
  private Optional<String> registry;

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      description = "Copies of each topic (default elsewhere than locally: 3).")
  private Optional<Integer> replicationFactor;

  @Option(
      names = "--min-insync-replicas",
      paramLabel = "N",
      description = "Copies that acknowledge a write (default elsewhere than locally: 2).")
  private Optional<Integer> minInsyncReplicas;

  Connection connection() {
    var overrides = overrides();
    return config.isEmpty() && overrides.isEmpty()
        ? Connection.local(data.directory())
        : Connection.configured(config, overrides);
  }

  DataOption data() {
    return data;
  }

  /** Whether any of it is said. */
  boolean isSaid() {
    return config.isPresent() || !overrides().isEmpty();
  }

  /** What the provider sets for all customers, in the file or where none is named. */
  Deployment deployment() {
    return DeploymentDocument.read(config);
  }

  private Map<String, Object> overrides() {
    var overrides = new LinkedHashMap<String, Object>();
    bootstrapServers.ifPresent(it -> overrides.put("lockbox.kafka.bootstrap-servers", it));
    registry.ifPresent(it -> overrides.put("lockbox.registry.url", it));
    replicationFactor.ifPresent(it -> overrides.put("lockbox.durability.replication-factor", it));
    minInsyncReplicas.ifPresent(it -> overrides.put("lockbox.durability.min-insync-replicas", it));
    return overrides;
  }
}
