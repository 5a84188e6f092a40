package dev.lockbox.broker.registry;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a local schema registry needs to know.
 *
 * @param directory holds its port, its log file and the note of its process; created when missing.
 *     The schemas themselves are in the broker
 * @param home the server's distribution
 * @param bootstrapServers the broker that keeps the schemas
 * @param readyWithin how long one start of the server may take; more than zero
 * @param progress told in words what is being waited for or went wrong; called on the registry's
 *     own thread
 */
public record RegistrySettings(
    Path directory,
    ApicurioHome home,
    String bootstrapServers,
    Duration readyWithin,
    Consumer<String> progress) {

  private static final Duration READY_WITHIN = Duration.ofMinutes(2);

  public RegistrySettings {
    requireNonNull(home, "home");
    requireNonNull(bootstrapServers, "bootstrapServers");
    requireNonNull(progress, "progress");
    directory = directory.toAbsolutePath().normalize();
    if (!readyWithin.isPositive()) {
      throw new IllegalArgumentException("readyWithin must be positive, was " + readyWithin);
    }
  }

  /** Two minutes to get ready, and nobody told of progress. */
  public static RegistrySettings of(Path directory, ApicurioHome home, String bootstrapServers) {
    return new RegistrySettings(directory, home, bootstrapServers, READY_WITHIN, message -> {});
  }

  public RegistrySettings reportingTo(Consumer<String> listener) {
    return new RegistrySettings(directory, home, bootstrapServers, readyWithin, listener);
  }
}
