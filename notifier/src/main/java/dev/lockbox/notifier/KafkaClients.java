package dev.lockbox.notifier;

import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.PlainProducer;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
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
    return new KafkaConsumer<>(committedOnly(kafka), bytes, bytes);
  }

  Producer<byte[], byte[]> producer() {
    var bytes = new ByteArraySerializer();
    return new KafkaProducer<>(FOR_NOTICES.settings(kafka), bytes, bytes);
  }

  /** What is committed, from the beginning, and with every offset committed by hand. */
  static Map<String, Object> committedOnly(KafkaSettings kafka) {
    var settings = kafka.client();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }
}
