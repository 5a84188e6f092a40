package dev.lockbox.service;

import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.registry.RegistryConnection;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What every service is made of. */
@Factory
final class Wiring {
  @Singleton
  SchemaRegistryClient registry(RegistrySettings registry, ServiceSettings service) {
    return RegistryConnection.connect(registry.url(), service.directory().resolve("schemas"));
  }

  @Singleton
  Formats formats(SchemaRegistryClient registry) {
    return new Formats(registry);
  }

  /** For what is measured and shown; nothing is ever decided by it. */
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
