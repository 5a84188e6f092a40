package dev.lockbox.testkit.rig;

import dev.lockbox.broker.BrokerSettings;
import dev.lockbox.broker.LocalBroker;
import dev.lockbox.broker.registry.ApicurioHome;
import dev.lockbox.broker.registry.LocalRegistry;
import dev.lockbox.broker.registry.RegistrySettings;
import dev.lockbox.events.registry.RegistryConnection;
import dev.lockbox.events.registry.SchemaAdmin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;

/**
 * A real schema registry with every schema in it. It has a broker of its own, so that it can serve
 * run after run, each on other ground: it takes far longer to start than all else.
 */
public final class Registry implements AutoCloseable {
  private final LocalBroker broker;
  private final LocalRegistry server;

  private Registry(LocalBroker broker, LocalRegistry server) {
    this.broker = broker;
    this.server = server;
  }

  /** Returns when all schemas are registered. */
  public static Registry start() {
    try {
      var broker = LocalBroker.start(BrokerSettings.temporary());
      var settings =
          RegistrySettings.of(
              Files.createTempDirectory("lockbox-registry-"),
              ApicurioHome.find(),
              broker.bootstrapServers());
      var registry = new Registry(broker, LocalRegistry.start(settings));
      registry.server.awaitReady();
      new SchemaAdmin(RegistryConnection.direct(registry.url(), Map.of())).register();
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a directory for the registry", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the registry started", e);
    }
  }

  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
    broker.close();
  }
}
