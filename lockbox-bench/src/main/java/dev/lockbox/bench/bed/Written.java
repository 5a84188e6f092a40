package dev.lockbox.bench.bed;

import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.message.Found;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts the records that were written between two ends of every topic. The markers by which Kafka
 * ends transactions take offsets too, and are no records; so the records are read and counted.
 */
public final class Written {
  private static final Duration LOOK = Duration.ofMillis(100);

  private Written() {}

  /**
   * By topic, sorted; topics to which nothing was written are left out.
   *
   * @param each shown every record
   */
  public static SortedMap<String, Long> between(
      Map<String, Object> client,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      Consumer<Found> each) {
    var counts = new TreeMap<String, Long>();
    try (var consumer = Tail.consumer(client)) {
      to.forEach(
          (partition, end) -> {
            long start = from.getOrDefault(partition, 0L);
            if (end > start) {
              consumer.assign(List.of(partition));
              consumer.seek(partition, start);
              var count = read(consumer, partition, end, each);
              counts.merge(partition.topic(), count, Long::sum);
            }
          });
    }
    return counts;
  }

  private static long read(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition partition,
      long end,
      Consumer<Found> each) {
    var count = 0L;
    while (consumer.position(partition) < end) {
      for (var record : consumer.poll(LOOK)) {
        if (record.offset() < end) {
          count++;
          each.accept(found(record));
        }
      }
    }
    return count;
  }

  private static Found found(ConsumerRecord<byte[], byte[]> record) {
    return Consumed.found(record);
  }
}
