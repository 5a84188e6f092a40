package dev.lockbox.local.quarantine;

import dev.lockbox.domain.Recorded;
import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.Unreadable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the quarantine and all events as they are now; leaves nothing behind at the broker. */
public final class Findings {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> kafka;
  private final Formats formats;

  /**
   * @param kafka settings of any Kafka client
   */
  public Findings(Map<String, Object> kafka, Formats formats) {
    this.kafka = kafka;
    this.formats = formats;
  }

  /** In the order in which they were found. */
  public List<Finding> all() {
    var events = read(formats.events()).stream().map(Recorded::event).toList();
    return Finding.of(read(formats.quarantine()), events);
  }

  private <T> List<T> read(Format<T> format) {
    var settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    var bytes = new ByteArrayDeserializer();
    var all = new ArrayList<T>();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      var partitions =
          consumer.partitionsFor(format.topic().name()).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer.poll(POLL).forEach(record -> all.add(read(format, record)));
      }
    }
    return all;
  }

  private static <T> T read(Format<T> format, ConsumerRecord<byte[], byte[]> record) {
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
