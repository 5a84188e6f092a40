package dev.lockbox.service;

import dev.lockbox.events.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches for a transaction that nobody ends: readers of committed records stop in front of it,
 * silently. Shown as {@code lockbox_stuck_transaction_seconds}; health is red after {@link
 * #TOO_LONG}.
 */
@Singleton
public final class TransactionWatch {
  static final Duration TOO_LONG = Duration.ofSeconds(60);
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final String CONDITION = "stuck-transaction";
  private static final Logger LOG = LoggerFactory.getLogger(TransactionWatch.class);

  private final KafkaSettings kafka;
  private final Vitals vitals;
  private final InstantSource clock;
  private final AtomicLong stuckSeconds;
  private final StuckTransactions stuck = new StuckTransactions();
  private final Queue<Admin> admins = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("transaction-watch").factory());

  public TransactionWatch(
      KafkaSettings kafka, Vitals vitals, InstantSource clock, MeterRegistry meters) {
    this.kafka = kafka;
    this.vitals = vitals;
    this.clock = clock;
    this.stuckSeconds = meters.gauge("lockbox.stuck.transaction.seconds", new AtomicLong());
  }

  /** Watches these topics until the service is closed. */
  public void watch(List<Topic> topics) {
    var partitions =
        topics.stream()
            .flatMap(
                topic ->
                    IntStream.range(0, topic.partitions())
                        .mapToObj(n -> new TopicPartition(topic.name(), n)))
            .toList();
    var admin = Admin.create(kafka.client());
    admins.add(admin);
    looks.scheduleWithFixedDelay(
        () -> look(admin, partitions), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  public void close() {
    looks.shutdownNow();
    admins.forEach(Admin::close);
  }

  private void look(Admin admin, List<TopicPartition> partitions) {
    try {
      var stable = offsets(admin, partitions, IsolationLevel.READ_COMMITTED);
      var end = offsets(admin, partitions, IsolationLevel.READ_UNCOMMITTED);
      report(stuck.look(stable, end, clock.instant()));
    } catch (ExecutionException noAnswer) {
      LOG.warn(
          "Kafka did not say where its partitions end: {}", String.valueOf(noAnswer.getCause()));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(Duration longest) {
    stuckSeconds.set(longest.toSeconds());
    if (longest.compareTo(TOO_LONG) > 0) {
      vitals.red(CONDITION, "a transaction has held readers back for " + longest);
    } else {
      vitals.green(CONDITION);
    }
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, IsolationLevel isolation)
      throws ExecutionException, InterruptedException {
    var latest =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    return admin
        .listOffsets(latest, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }
}
