package dev.lockbox.api.view;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the last record of a partition is. The end of a partition does not say: behind its last
 * record there may be transaction markers, and what was never committed, neither of which a reader
 * ever meets.
 */
public final class LastRecords {
  private static final Duration POLL = Duration.ofMillis(100);

  private LastRecords() {}

  /**
   * The offset behind the last committed record of each partition that has one. Looks backwards
   * from the end in growing steps. The consumer must read committed records only, and is left
   * assigned to some partition, anywhere.
   *
   * @param ends of each partition
   */
  public static Map<Integer, Long> behind(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    var starts = consumer.beginningOffsets(ends.keySet());
    return ends.entrySet().stream()
        .collect(
            Collectors.toMap(
                end -> end.getKey().partition(),
                end ->
                    find(
                        consumer,
                        end.getKey(),
                        starts.getOrDefault(end.getKey(), 0L),
                        end.getValue())));
  }

  /** Zero when there is none. */
  private static long find(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long start, long end) {
    consumer.assign(List.of(partition));
    var found = 0L;
    for (var step = 1L; found == 0 && end - step / 2 > start; step *= 2) {
      found = lastBetween(consumer, partition, Math.max(start, end - step), end);
    }
    return found;
  }

  private static long lastBetween(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
    consumer.seek(partition, from);
    var behind = 0L;
    while (consumer.position(partition) < end) {
      for (var record : consumer.poll(POLL)) {
        if (record.offset() < end) {
          behind = record.offset() + 1;
        }
      }
    }
    return behind;
  }
}
