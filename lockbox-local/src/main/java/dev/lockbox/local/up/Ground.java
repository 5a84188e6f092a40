package dev.lockbox.local.up;

import dev.lockbox.events.admin.Durability;
import dev.lockbox.events.admin.TopicAdmin;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.RegistryUnavailable;
import dev.lockbox.events.registry.RegistryConnection;
import dev.lockbox.events.registry.SchemaAdmin;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** What the services stand on, made by {@code up} itself: topics and schemas. */
final class Ground {
  private static final Duration REGISTERED_WITHIN = Duration.ofMinutes(1);
  private static final Duration ASK_EVERY = Duration.ofMillis(500);

  private Ground() {}

  /** Settings of any Kafka client. */
  static Map<String, Object> client(String bootstrapServers) {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }

  /** Returns when every partition can be written to. */
  static void createTopics(String bootstrapServers) {
    try (var admin = Admin.create(client(bootstrapServers))) {
      new TopicAdmin(admin).create(Durability.SINGLE);
    }
  }

  /** A registry that has just come up may be slow at first, so it is asked again for a while. */
  static void registerSchemas(URI registry) throws InterruptedException {
    var admin = new SchemaAdmin(RegistryConnection.direct(registry, Map.of()));
    var until = Instant.now().plus(REGISTERED_WITHIN);
    while (true) {
      try {
        admin.register();
        return;
      } catch (RegistryUnavailable noAnswer) {
        if (Instant.now().isAfter(until)) {
          throw noAnswer;
        }
        TimeUnit.MILLISECONDS.sleep(ASK_EVERY.toMillis());
      }
    }
  }

  static Formats formats(URI registry) {
    return new Formats(RegistryConnection.direct(registry, Map.of()));
  }
}
