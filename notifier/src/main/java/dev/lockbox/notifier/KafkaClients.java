package dev.lockbox.notifier;

import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.PlainProducer;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The clients of Kafka by which the notifier remembers whom it told. */
final class KafkaClients {
  private static final PlainProducer FOR_NOTICES =
      new PlainProducer(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(10));

  private final KafkaSettings kafka;

  KafkaClients(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /** Without a group. */
  Consumer<byte[], byte[]> notices() {
    var bytes = new ByteArrayDeserializer();
    return new KafkaConsumer<>(kafka.committedOnly(), bytes, bytes);
  }

  Producer<byte[], byte[]> producer() {
    var bytes = new ByteArraySerializer();
    return new KafkaProducer<>(FOR_NOTICES.settings(kafka), bytes, bytes);
  }
}
