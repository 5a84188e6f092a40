package dev.lockbox.local.tenant;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * One tenant's history, read forward, committed records only. Nothing is left behind at the broker.
 * Not safe for several threads.
 */
final class EventTail implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private final byte[] key;
  private final Format<Recorded> format;
  private final Queue<Recorded> readAhead = new ArrayDeque<>();

  private EventTail(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition partition,
      byte[] key,
      Format<Recorded> format) {
    this.consumer = consumer;
    this.partition = partition;
    this.key = key;
    this.format = format;
  }

  /** At the beginning of the tenant's history. */
  static EventTail of(TenantId tenant, Map<String, Object> kafka, Format<Recorded> format) {
    var tail = somewhere(tenant, kafka, format);
    tail.consumer.seekToBeginning(List.of(tail.partition));
    return tail;
  }

  /** At its end: what happens from now on. */
  static EventTail fromNow(TenantId tenant, Map<String, Object> kafka, Format<Recorded> format) {
    var tail = somewhere(tenant, kafka, format);
    tail.consumer.seekToEnd(List.of(tail.partition));
    tail.consumer.position(tail.partition); // or the end is looked up when somebody reads
    return tail;
  }

  private static EventTail somewhere(
      TenantId tenant, Map<String, Object> kafka, Format<Recorded> format) {
    var settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    var topic = Topics.EVENTS;
    var partition =
        new TopicPartition(topic.name(), Topics.partitionOf(tenant, topic.partitions()));
    consumer.assign(List.of(partition));
    return new EventTail(
        consumer, partition, tenant.value().getBytes(StandardCharsets.UTF_8), format);
  }

  /** Everything there is now; a second call goes on where this one stopped. */
  List<Recorded> toEnd() {
    long end =
        Optional.ofNullable(consumer.endOffsets(List.of(partition)).get(partition)).orElseThrow();
    var found = new ArrayList<Recorded>();
    while (consumer.position(partition) < end) {
      found.addAll(poll());
    }
    return found;
  }

  /** What came of a command; empty when nothing did within the limit. */
  Optional<Recorded> causedBy(CommandId command, Duration limit) {
    return first(entry -> entry.cause().equals(command), limit);
  }

  /** The next of these; empty when there was none within the limit. */
  Optional<Recorded> first(Predicate<Recorded> sought, Duration limit) {
    var until = Instant.now().plus(limit);
    while (Instant.now().isBefore(until)) {
      readAhead.addAll(poll());
      for (var next = readAhead.poll(); next != null; next = readAhead.poll()) {
        if (sought.test(next)) {
          return Optional.of(next);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<Recorded> poll() {
    var ours = new ArrayList<Recorded>();
    for (var record : consumer.poll(POLL).records(partition)) {
      if (Arrays.equals(record.key(), key)) {
        ours.add(read(record));
      }
    }
    return ours;
  }

  private Recorded read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return format.read(Consumed.found(record));
    } catch (Unreadable broken) {
      throw new IllegalStateException(
          "the history of %s cannot be read at %s offset %d: %s"
              .formatted(
                  new String(key, StandardCharsets.UTF_8),
                  partition,
                  record.offset(),
                  broken.getMessage()),
          broken);
    }
  }
}
