package dev.lockbox.service;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Where Kafka is, and how to reach it.
 *
 * @param bootstrapServers host:port, several with commas between
 * @param properties whatever else Kafka's clients shall be told, by Kafka's own names: security
 *     above all
 */
@ConfigurationProperties("lockbox.kafka")
public record KafkaSettings(
    String bootstrapServers,
    @MapFormat(transformation = MapFormat.MapTransformation.FLAT, keyFormat = StringConvention.RAW)
        Map<String, String> properties) {
  public KafkaSettings {
    Require.that(!bootstrapServers.isBlank(), "lockbox.kafka.bootstrap-servers must name a broker");
    properties = Map.copyOf(properties);
  }

  /** What any client is configured with; a fresh map to add to. */
  public Map<String, Object> client() {
    var client = new HashMap<String, Object>(properties);
    client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return client;
  }

  /** A reader of what is committed, from the beginning, with every offset committed by hand. */
  public Map<String, Object> committedOnly() {
    var settings = client();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  /** Without the properties, which hold secrets. */
  @Override
  public String toString() {
    return "KafkaSettings[%s, %s properties]".formatted(bootstrapServers, properties.size());
  }
}
