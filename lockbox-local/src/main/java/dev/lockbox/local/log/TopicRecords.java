package dev.lockbox.local.log;

import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All committed records of a topic as there are now. Leaves nothing behind at the broker. */
public final class TopicRecords {
  private static final Duration POLL = Duration.ofMillis(200);

  private TopicRecords() {}

  /**
   * Those of one partition in their order.
   *
   * @param kafka settings of any Kafka client
   */
  public static void forEach(
      Topic topic, Map<String, Object> kafka, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    forEach(topic, Long.MAX_VALUE, kafka, reader);
  }

  /**
   * The last ones of each partition, in their order.
   *
   * @param most of a partition, counted by offsets, so that there may be fewer records
   * @param kafka settings of any Kafka client
   */
  public static void forEachOfTheLatest(
      Topic topic,
      int most,
      Map<String, Object> kafka,
      Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    forEach(topic, most, kafka, reader);
  }

  private static void forEach(
      Topic topic,
      long most,
      Map<String, Object> kafka,
      Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    var settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      var partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      var ends = consumer.endOffsets(partitions);
      consumer
          .beginningOffsets(partitions)
          .forEach(
              (one, first) ->
                  consumer.seek(one, Math.max(first, ends.getOrDefault(one, 0L) - most)));
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer.poll(POLL).forEach(reader);
      }
    }
  }

  /** What it means; empty when nobody can read it, and the processor has put it aside. */
  public static <T> Optional<T> readable(Format<T> format, ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(format.read(Consumed.found(record)));
    } catch (Unreadable quarantined) {
      return Optional.empty();
    }
  }

  /** Throws {@link IllegalStateException} when it means nothing. */
  public static <T> T read(Format<T> format, ConsumerRecord<byte[], byte[]> record) {
    try {
      return format.read(Consumed.found(record));
    } catch (Unreadable broken) {
      throw new IllegalStateException(
          "%s/%s@%s cannot be read: %s"
              .formatted(record.topic(), record.partition(), record.offset(), broken.getMessage()),
          broken);
    }
  }
}
