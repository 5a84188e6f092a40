package dev.lockbox.testkit.read;

import dev.lockbox.events.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads whole topics, committed records only, to the very end: not to where nothing came for a
 * while, which would report what is merely late as lost.
 */
public final class TopicReader {
  /** Longer than any transaction of ours may stay open. */
  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(100);

  private final Map<String, Object> client;

  /**
   * @param client how Kafka is reached, by its own names
   */
  public TopicReader(Map<String, Object> client) {
    this.client = new HashMap<>(client);
    this.client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    this.client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
  }

  /** All records, partition by partition, each in the order of the log. */
  public List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    var partitions = partitions(topic);
    var ends = ends(partitions);
    try (var consumer = consumer(client)) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      var limit = Instant.now().plus(READ_WITHIN);
      while (!isAt(consumer, ends)) {
        if (Instant.now().isAfter(limit)) {
          throw new IllegalStateException(
              "%s could not be read to %s within %s: a transaction stays open"
                  .formatted(topic, ends, READ_WITHIN));
        }
        consumer.poll(POLL).forEach(records::add);
      }
      records.removeIf(record -> record.offset() >= endOf(record, ends));
      records.sort(
          Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
              .thenComparingLong(ConsumerRecord::offset));
      return records;
    }
  }

  /**
   * Read uncommitted, so that an open transaction is waited for and not taken for the end of the
   * log.
   */
  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
    var uncommitted = new HashMap<>(client);
    uncommitted.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    try (var consumer = consumer(uncommitted)) {
      return consumer.endOffsets(partitions);
    }
  }

  private static boolean isAt(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static List<TopicPartition> partitions(Topic topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
        .toList();
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> client) {
    return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static long endOf(ConsumerRecord<byte[], byte[]> record, Map<TopicPartition, Long> ends) {
    return ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
  }
}
