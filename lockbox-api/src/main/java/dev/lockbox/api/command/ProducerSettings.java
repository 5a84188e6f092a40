package dev.lockbox.api.command;

import dev.lockbox.service.KafkaSettings;
import io.micronaut.configuration.kafka.config.AbstractKafkaProducerConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How commands are produced: through the one Kafka of our settings, to every in-sync copy, each
 * once and in order, without a transaction, and not for long. The framework's own settings are put
 * right here, so that there is one place to say where Kafka is.
 */
@Singleton
final class ProducerSettings
    implements BeanCreatedEventListener<AbstractKafkaProducerConfiguration<?, ?>> {
  private static final Duration REQUEST_WITHIN = Duration.ofSeconds(5);
  private static final Duration DELIVER_WITHIN = Duration.ofSeconds(10);

  /** A send may hold up its caller's thread for so long, where the topic is not known yet. */
  private static final Duration BLOCK_AT_MOST = Duration.ofSeconds(2);

  private final KafkaSettings kafka;

  ProducerSettings(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  @Override
  public AbstractKafkaProducerConfiguration<?, ?> onCreated(
      BeanCreatedEvent<AbstractKafkaProducerConfiguration<?, ?>> event) {
    var producer = event.getBean();
    producer.getConfig().putAll(kafka.client());
    producer.getConfig().putAll(settings());
    return producer;
  }

  private static Map<String, Object> settings() {
    return Map.of(
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class.getName(),
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class.getName(),
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        "true",
        ProducerConfig.LINGER_MS_CONFIG,
        "0",
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        Long.toString(REQUEST_WITHIN.toMillis()),
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        Long.toString(DELIVER_WITHIN.toMillis()),
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        Long.toString(BLOCK_AT_MOST.toMillis()));
  }
}
