package dev.lockbox.api.command;

import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.PlainProducer;
import io.micronaut.configuration.kafka.config.AbstractKafkaProducerConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
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
  private static final PlainProducer FOR_COMMANDS =
      new PlainProducer(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(2));

  private final KafkaSettings kafka;

  ProducerSettings(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  @Override
  public AbstractKafkaProducerConfiguration<?, ?> onCreated(
      BeanCreatedEvent<AbstractKafkaProducerConfiguration<?, ?>> event) {
    var producer = event.getBean();
    var config = producer.getConfig();
    config.putAll(FOR_COMMANDS.settings(kafka));
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    return producer;
  }
}
