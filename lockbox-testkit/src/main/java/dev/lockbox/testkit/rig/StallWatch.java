package dev.lockbox.testkit.rig;

import dev.lockbox.events.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Measures for how long readers of committed records are held back on a topic: the time during
 * which records stand on a partition behind an end that does not move, because of a transaction
 * that nobody finishes.
 */
public final class StallWatch implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Admin admin;
  private final Map<TopicPartition, OffsetSpec> partitions;
  private final Map<TopicPartition, Held> held = new HashMap<>();
  private final Map<TopicPartition, Duration> longest = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean stopped;

  /** Since when a partition's readers have stood at this offset, with records behind it. */
  private record Held(long at, long sinceNanos) {}

  private StallWatch(Map<String, Object> client, List<Topic> topics) {
    this.admin = Admin.create(client);
    this.partitions =
        topics.stream()
            .flatMap(
                topic ->
                    IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
            .collect(Collectors.toMap(partition -> partition, none -> OffsetSpec.latest()));
    this.thread = Thread.ofPlatform().daemon().name("stall-watch").start(this::watch);
  }

  /**
   * Begins to watch.
   *
   * @param client how Kafka is reached, by its own names
   */
  public static StallWatch over(Map<String, Object> client, List<Topic> topics) {
    return new StallWatch(client, topics);
  }

  /** The longest that readers of any partition of this topic have been held back so far. */
  public Duration longest(Topic topic) {
    return longest.entrySet().stream()
        .filter(one -> one.getKey().topic().equals(topic.name()))
        .map(Map.Entry::getValue)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    admin.close();
  }

  private void watch() {
    try {
      while (!stopped) {
        look();
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the broker does not tell its ends", failed);
    }
  }

  /** The committed end first: what is then behind it was written before or meanwhile. */
  private void look() throws InterruptedException, ExecutionException {
    var committed = ends(IsolationLevel.READ_COMMITTED);
    var written = ends(IsolationLevel.READ_UNCOMMITTED);
    var now = System.nanoTime();
    for (var partition : partitions.keySet()) {
      long end = committed.getOrDefault(partition, 0L);
      var before = held.get(partition);
      if (written.getOrDefault(partition, 0L) <= end) {
        held.remove(partition);
      } else if (before == null || before.at() != end) {
        held.put(partition, new Held(end, now));
      } else {
        longest.merge(partition, Duration.ofNanos(now - before.sinceNanos()), StallWatch::longer);
      }
    }
  }

  private Map<TopicPartition, Long> ends(IsolationLevel level)
      throws InterruptedException, ExecutionException {
    var found = new HashMap<TopicPartition, Long>();
    var answer = admin.listOffsets(partitions, new ListOffsetsOptions(level)).all().get();
    answer.forEach((partition, end) -> found.put(partition, end.offset()));
    return found;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
