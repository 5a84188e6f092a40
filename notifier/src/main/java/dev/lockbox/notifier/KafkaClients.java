package dev.lockbox.notifier;

import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.PlainProducer;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The clients of Kafka that the notifier needs.
 *
 * <p>Not micronaut-kafka's {@code @KafkaListener}: it owns the loop in which the records are
 * polled, and skips or retries on its own what a listener throws. Here a partition is first read
 * from its beginning, offsets are committed only once the notices are remembered, and a broken
 * record must stop everything.
 */
final class KafkaClients {
  /** Never changed: its offsets say who has been told. */
  static final String GROUP = "lockbox-notifier";

  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);

  private static final PlainProducer FOR_NOTICES =
      new PlainProducer(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(10));

  private final KafkaSettings kafka;

  KafkaClients(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /** In the group; a partition that stays ours in a rebalance is not read anew. */
  Consumer<byte[], byte[]> events() {
    return consumer(
        Map.of(
            CommonClientConfigs.GROUP_ID_CONFIG,
            GROUP,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName(),
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            millis(SESSION_TIMEOUT),
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            millis(HEARTBEAT)));
  }

  /** Without a group. */
  Consumer<byte[], byte[]> notices() {
    return consumer(Map.of());
  }

  Producer<byte[], byte[]> producer() {
    var bytes = new ByteArraySerializer();
    return new KafkaProducer<>(FOR_NOTICES.settings(kafka), bytes, bytes);
  }

  private Consumer<byte[], byte[]> consumer(Map<String, Object> others) {
    var settings = kafka.client();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.putAll(others);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
