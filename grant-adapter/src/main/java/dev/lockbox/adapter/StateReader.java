package dev.lockbox.adapter;

import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.Vitals;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the state topic from its beginning, on one thread, without a group: everybody who reads it
 * reads all of it. What it has read counts once it is at the end.
 */
final class StateReader {
  static final String UNREAD = "state-records";
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration END_ASKED_EVERY = Duration.ofSeconds(1);
  private static final int SHOWN_MAX = 5;
  private static final Logger LOG = LoggerFactory.getLogger(StateReader.class);

  private final Consumer<byte[], byte[]> consumer;
  private final PatientReader<RequestSnapshot> states;
  private final Knowledge knowledge;
  private final Vitals vitals;
  private final InstantSource clock;
  private final Grants grants = new Grants();
  private final Set<String> unread = new TreeSet<>();
  private List<TopicPartition> partitions = List.of();
  private Instant endAsked = Instant.EPOCH;

  StateReader(
      Consumer<byte[], byte[]> consumer,
      PatientReader<RequestSnapshot> states,
      Knowledge knowledge,
      Vitals vitals,
      InstantSource clock) {
    this.consumer = consumer;
    this.states = states;
    this.knowledge = knowledge;
    this.vitals = vitals;
    this.clock = clock;
  }

  void open() {
    partitions =
        consumer.partitionsFor(Topics.STATE.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    report();
  }

  /**
   * @throws org.apache.kafka.common.KafkaException when Kafka does not answer; a new reader must be
   *     opened, and until it is at the end what this one has read still stands
   */
  void round() {
    var found = consumer.poll(POLL);
    found.forEach(this::hear);
    var now = clock.instant();
    if (!found.isEmpty()) {
      knowledge.changed();
    }
    if (!found.isEmpty() || !now.isBefore(endAsked.plus(END_ASKED_EVERY))) {
      endAsked = now;
      askForTheEnd(now);
    }
  }

  /** The broker is asked each time: what a consumer remembers of the end may be long ago. */
  private void askForTheEnd(Instant now) {
    var ends = consumer.endOffsets(partitions);
    if (partitions.stream().allMatch(one -> consumer.position(one) >= ends.getOrDefault(one, 0L))) {
      knowledge.readToEnd(grants, now);
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    var key = key(record);
    var at = Instant.ofEpochMilli(record.timestamp());
    try {
      grants.hear(states.read(Consumed.found(record)), at);
      if (unread.remove(key)) {
        report();
      }
    } catch (Unreadable unreadable) {
      LOG.error(
          "{}-{} at offset {} cannot be read, and grants nothing: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          unreadable.getMessage());
      grants.lose(key, at);
      unread.add(key);
      report();
    }
  }

  private void report() {
    if (unread.isEmpty()) {
      vitals.green(UNREAD);
    } else {
      vitals.red(
          UNREAD,
          "%s cannot be read, and grant nothing: %s"
              .formatted(unread.size(), unread.stream().limit(SHOWN_MAX).toList()));
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }
}
