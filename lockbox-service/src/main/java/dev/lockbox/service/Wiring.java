package dev.lockbox.service;

import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.registry.RegistryConnection;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** What every service is made of; the clock, for what is measured and shown, is Micronaut's. */
@Factory
final class Wiring {
  @Singleton
  SchemaRegistryClient registry(RegistrySettings registry, ServiceSettings service) {
    return RegistryConnection.connect(
        registry.url(), service.directory().resolve("schemas"), registry.properties());
  }

  @Singleton
  GuardRailSettings guardRails(Environment settings) {
    return GuardRailSettings.in(settings);
  }

  @Singleton
  Formats formats(SchemaRegistryClient registry) {
    return new Formats(registry);
  }
}
