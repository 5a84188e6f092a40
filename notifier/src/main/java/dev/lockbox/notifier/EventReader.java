package dev.lockbox.notifier;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the events, round by round, on one thread.
 *
 * <p>A partition taken over is read from its beginning, since what is known of a tenant lies in its
 * whole history: what was committed before is replayed, what comes after it has happened. An offset
 * is committed when the notices of every event below it are remembered, and never before.
 *
 * <pre>
 *   poll ─▶ fold ─▶ who to tell ─▶ remember as PENDING ─▶ commit
 * </pre>
 */
final class EventReader {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);

  private final Consumer<byte[], byte[]> consumer;
  private final PatientReader<Recorded> events;
  private final History history;
  private final WhoToTell whoToTell;
  private final Outbox outbox;

  /** Assigned to us, and not yet taken over. */
  private final Set<TopicPartition> newlyOurs = new HashSet<>();

  /** Below these offsets everything was told before we came. */
  private final Map<TopicPartition, Long> toldBelow = new HashMap<>();

  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final Set<TopicPartition> replaying = new HashSet<>();
  private boolean resting;

  EventReader(
      Consumer<byte[], byte[]> consumer,
      PatientReader<Recorded> events,
      History history,
      WhoToTell whoToTell,
      Outbox outbox) {
    this.consumer = consumer;
    this.events = events;
    this.history = history;
    this.whoToTell = whoToTell;
    this.outbox = outbox;
  }

  /** Joins the group. Nothing is known at first, whatever an earlier reader knew. */
  void open() {
    outbox.handOver(anybody -> true, Duration.ZERO);
    history.forget(anybody -> true);
    consumer.subscribe(List.of(Topics.EVENTS.name()), new Shares());
  }

  /**
   * @throws BrokenLog at a record nobody can read
   * @throws dev.lockbox.domain.decision.ImpossibleHistory at an event that cannot follow
   * @throws MemoryUnwritten when it is not known what is remembered; a new reader must be opened
   * @throws org.apache.kafka.common.KafkaException when Kafka does not answer; the same
   */
  void round() {
    var found = consumer.poll(POLL);
    takeOver();
    found.forEach(this::hear);
    outbox.settle();
    release();
    commit();
    restIfFull();
  }

  /** Whether everything that was told before has been replayed. */
  boolean hasCaughtUp() {
    return newlyOurs.isEmpty() && replaying.isEmpty();
  }

  private void takeOver() {
    if (newlyOurs.isEmpty()) {
      return;
    }
    var ends = consumer.endOffsets(newlyOurs);
    var starts = consumer.beginningOffsets(newlyOurs);
    var told = consumer.committed(newlyOurs);
    for (var ours : newlyOurs) {
      var offset = told.get(ours);
      long below = offset == null ? starts.getOrDefault(ours, 0L) : offset.offset();
      checkWithin(ours, below, ends.getOrDefault(ours, 0L));
      toldBelow.put(ours, below);
      committed.put(ours, below);
    }
    outbox.takeOver(tenantsOn(newlyOurs));
    replaying.addAll(newlyOurs);
    consumer.resume(newlyOurs);
    newlyOurs.clear();
  }

  private static void checkWithin(TopicPartition partition, long told, long end) {
    if (told > end) {
      throw new BrokenLog(
          "%s was told up to %s and ends at %s: events are missing"
              .formatted(partition, told, end));
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    var recorded = read(record);
    var tellings = whoToTell.tellings(recorded, history.fold(recorded));
    if (record.offset() < toldBelow.getOrDefault(partitionOf(record), 0L)) {
      outbox.replayed(recorded, tellings);
    } else {
      outbox.happened(recorded, tellings);
    }
  }

  private Recorded read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return events.read(Consumed.found(record));
    } catch (Unreadable unreadable) {
      throw new BrokenLog(
          "%s at offset %s cannot be read: %s"
              .formatted(partitionOf(record), record.offset(), unreadable.getMessage()),
          unreadable);
    }
  }

  private void release() {
    var done =
        replaying.stream()
            .filter(ours -> consumer.position(ours) >= toldBelow.getOrDefault(ours, 0L))
            .collect(Collectors.toSet());
    if (!done.isEmpty()) {
      outbox.release(tenantsOn(done));
      replaying.removeAll(done);
      LOG.info("Caught up with {}", done);
    }
  }

  private void commit() {
    var further = new HashMap<TopicPartition, OffsetAndMetadata>();
    committed.forEach(
        (ours, before) -> {
          var position = consumer.position(ours);
          if (position > before) {
            further.put(ours, new OffsetAndMetadata(position));
          }
        });
    if (further.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(further);
      further.forEach((ours, offset) -> committed.put(ours, offset.offset()));
    } catch (RebalanceInProgressException later) {
      LOG.debug("The group is being shared out anew: committed in a later round");
    }
  }

  /** What is owed is bounded, so events wait in the log while too much is. */
  private void restIfFull() {
    var full = outbox.isFull() && hasCaughtUp();
    if (full && !resting) {
      LOG.error(
          "{} notices are owed: no further events are read until some are sent", Outbox.OWED_MAX);
      consumer.pause(consumer.assignment());
    } else if (!full && resting) {
      consumer.resume(toldBelow.keySet());
    }
    resting = full;
  }

  private static Predicate<TenantId> tenantsOn(Collection<TopicPartition> partitions) {
    var numbers =
        partitions.stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet());
    return tenant -> numbers.contains(Topics.partitionOf(tenant, Topics.EVENTS.partitions()));
  }

  private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  /** What happens to our share of the partitions; called within {@code poll}. */
  private final class Shares implements ConsumerRebalanceListener {
    /** Nothing of them is read before they are taken over. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      consumer.seekToBeginning(partitions);
      consumer.pause(partitions);
      newlyOurs.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      handOver(partitions, Outbox.HANDOVER_WITHIN);
    }

    /** Somebody else may have them already: there is nothing to wait for. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      handOver(partitions, Duration.ZERO);
    }

    private void handOver(Collection<TopicPartition> partitions, Duration underWayWithin) {
      if (partitions.isEmpty()) {
        return;
      }
      var whose = tenantsOn(partitions);
      outbox.handOver(whose, underWayWithin);
      history.forget(whose);
      partitions.forEach(toldBelow::remove);
      partitions.forEach(committed::remove);
      newlyOurs.removeAll(partitions);
      replaying.removeAll(partitions);
    }
  }
}
