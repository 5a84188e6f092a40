package dev.lockbox.adapter;

import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.registry.SchemaAdmin;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;

/** The formats of the topics, over a registry that knows every schema of ours. */
final class Wire {
  private Wire() {}

  static Formats formats() {
    var registry = new MockSchemaRegistryClient();
    new SchemaAdmin(registry).register();
    return new Formats(registry);
  }
}
