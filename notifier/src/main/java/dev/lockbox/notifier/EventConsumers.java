package dev.lockbox.notifier;

import dev.lockbox.service.KafkaSettings;
import io.micronaut.configuration.kafka.KafkaConsumerFactory;
import io.micronaut.configuration.kafka.config.DefaultKafkaConsumerConfiguration;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Consumers of the events, all in one group, made and measured by micronaut-kafka. The framework's
 * own settings are put right here, so that there is one place to say where Kafka is.
 */
@Singleton
final class EventConsumers {
  /** Never changed: its offsets say who has been told. */
  static final String GROUP = "lockbox-notifier";

  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);

  private final KafkaConsumerFactory factory;
  private final BeanProvider<DefaultKafkaConsumerConfiguration<byte[], byte[]>> configurations;
  private final KafkaSettings kafka;

  EventConsumers(
      KafkaConsumerFactory factory,
      BeanProvider<DefaultKafkaConsumerConfiguration<byte[], byte[]>> configurations,
      KafkaSettings kafka) {
    this.factory = factory;
    this.configurations = configurations;
    this.kafka = kafka;
  }

  /** A new member of the group; a partition that stays ours in a rebalance is not read anew. */
  Consumer<byte[], byte[]> open() {
    var configuration = configurations.get();
    var config = configuration.getConfig();
    config.putAll(kafka.committedOnly());
    config.put(CommonClientConfigs.GROUP_ID_CONFIG, GROUP);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(SESSION_TIMEOUT));
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millis(HEARTBEAT));
    configuration.setKeyDeserializer(new ByteArrayDeserializer());
    configuration.setValueDeserializer(new ByteArrayDeserializer());
    return factory.createConsumer(configuration);
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
