package dev.lockbox.bench.bed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what is committed to a topic from now on, in no group. For one thread. It decodes nothing,
 * so as to take little from what it watches.
 */
public final class Tail implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int RECORDS_PER_LOOK = 20_000;

  private final String topic;
  private final KafkaConsumer<byte[], byte[]> consumer;

  private Tail(String topic, KafkaConsumer<byte[], byte[]> consumer) {
    this.topic = topic;
    this.consumer = consumer;
  }

  /** Begins at the end, which has been found when this returns. */
  public static Tail of(Map<String, Object> client, String topic) {
    var consumer = consumer(client);
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(one -> new TopicPartition(topic, one.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return new Tail(topic, consumer);
  }

  /**
   * What came between two looks, of which the first starts the clock.
   *
   * @param records that came after the first look that found any
   * @param nanos from that look to the last one
   */
  public record Span(long records, long nanos) {
    private static final double NANOS_PER_SECOND = 1e9;

    public double perSecond() {
      return records * NANOS_PER_SECOND / nanos;
    }
  }

  /**
   * Reads until {@code count} records have come.
   *
   * @throws BenchFailed when they have not within the limit
   */
  public Span await(long count, Duration limit) {
    return await(count, limit, record -> true);
  }

  /**
   * Reads until {@code count} records that are {@code wanted} have come; the others are left out.
   */
  public Span await(long count, Duration limit, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
    var end = System.nanoTime() + limit.toNanos();
    var seen = 0L;
    var inFirstLook = 0L;
    var first = 0L;
    var last = 0L;
    while (seen < count) {
      var found = 0L;
      for (var record : consumer.poll(LOOK)) {
        found += wanted.test(record) ? 1 : 0;
      }
      last = System.nanoTime();
      if (seen == 0 && found > 0) {
        first = last;
        inFirstLook = found;
      }
      seen += found;
      if (last > end) {
        throw new BenchFailed(
            "%d of %d records were on %s within %s".formatted(seen, count, topic, limit));
      }
    }
    return new Span(seen - inFirstLook, last - first);
  }

  /** Shows what has come; waits for it a tenth of a second at most. */
  public void look(Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
    consumer.poll(LOOK).forEach(visitor);
  }

  @Override
  public void close() {
    consumer.close();
  }

  static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> client) {
    var settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_LOOK);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
