package dev.lockbox.local.cli;

import dev.lockbox.events.admin.Durability;
import dev.lockbox.events.admin.TopicAdmin;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.registry.RegistryConnection;
import dev.lockbox.events.registry.SchemaAdmin;
import dev.lockbox.local.data.DataDirectory;
import dev.lockbox.local.data.Endpoints;
import dev.lockbox.service.DurabilitySettings;
import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.RegistrySettings;
import dev.lockbox.service.ServiceContext;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/**
 * The Kafka and the schema registry a command speaks to.
 *
 * @param kafka settings of any Kafka client
 * @param registry where the registry is, with credentials
 * @param durability how many copies topics must have there
 * @param processor where a processor answers about itself, unless it is said
 */
record Connection(
    Map<String, Object> kafka, RegistrySettings registry, Durability durability, URI processor) {
  /** As its own settings have it. */
  private static final URI PROCESSOR = URI.create("http://127.0.0.1:8091");

  /** Names the defaults on the class path; the commands have no beans of their own. */
  private static final String SETTINGS = "cli";

  /** To what runs on a data directory. */
  static Connection local(DataDirectory data) {
    var endpoints = Endpoints.of(data);
    return new Connection(
        client(endpoints.bootstrapServers()),
        new RegistrySettings(endpoints.schemaRegistry(), Map.of()),
        Durability.SINGLE,
        endpoints.processor());
  }

  /**
   * As a service with this settings file would connect.
   *
   * @param overrides settings that win over the file
   */
  static Connection configured(Optional<Path> file, Map<String, Object> overrides) {
    try (var context = ServiceContext.of(SETTINGS, overrides, file)) {
      var durability = context.bean(DurabilitySettings.class);
      return new Connection(
          context.bean(KafkaSettings.class).client(),
          context.bean(RegistrySettings.class),
          new Durability(durability.replicationFactor(), durability.minInsyncReplicas()),
          PROCESSOR);
    }
  }

  Formats formats() {
    return new Formats(registryClient());
  }

  /** What {@code question} learns of the topics there. */
  <T> T askTopics(Function<TopicAdmin, T> question) {
    try (var admin = Admin.create(kafka)) {
      return question.apply(new TopicAdmin(admin));
    }
  }

  SchemaAdmin schemas() {
    return new SchemaAdmin(registryClient());
  }

  private SchemaRegistryClient registryClient() {
    return RegistryConnection.direct(registry.url(), registry.properties());
  }

  private static Map<String, Object> client(String bootstrapServers) {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }
}
