package dev.lockbox.api.command;

import dev.lockbox.api.view.CatchUp;
import dev.lockbox.api.view.CatchUp.Arrival;
import dev.lockbox.api.view.LastRecords;
import dev.lockbox.api.view.ViewSettings;
import dev.lockbox.domain.Recorded;
import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.ReadingThread;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Hears the processor's verdicts as they are committed, whichever instance's view will keep them:
 * reads all partitions of the events from the end at its start, and commits nothing. One thread of
 * its own. When Kafka does not let it read, health is red, decisions are answered with 202, and a
 * new consumer goes on where the last one stopped; an event that cannot be read ends it for good.
 */
@Singleton
public final class Tail {
  private static final Duration POLL = Duration.ofMillis(200);

  private final PatientReader<Recorded> reader;
  private final Verdicts verdicts;
  private final CatchUp catchUp;
  private final ReadingThread thread;

  /** Where to go on, once the end is known; the thread's own. */
  private final Map<TopicPartition, Long> next = new HashMap<>();

  @Inject
  Tail(
      KafkaSettings kafka,
      Formats formats,
      RegistryPatience patience,
      Verdicts verdicts,
      CatchUp catchUp,
      Vitals vitals) {
    this(() -> new KafkaConsumer<>(settings(kafka)), formats, patience, verdicts, catchUp, vitals);
  }

  Tail(
      Supplier<Consumer<byte[], byte[]>> consumers,
      Formats formats,
      RegistryPatience patience,
      Verdicts verdicts,
      CatchUp catchUp,
      Vitals vitals) {
    this.reader = new PatientReader<>(formats.events(), patience);
    this.verdicts = verdicts;
    this.catchUp = catchUp;
    this.thread = new ReadingThread("verdicts", consumers, this::listen, patience, vitals);
  }

  /** Starts to listen, and tells the view how far it has to go. Once only. */
  public void start() {
    thread.start();
  }

  @PreDestroy
  public void close() {
    thread.close();
  }

  private void listen(Consumer<byte[], byte[]> consumer) {
    if (next.isEmpty()) {
      goToTheEnd(consumer);
    }
    consumer.assign(next.keySet());
    next.forEach(consumer::seek);
    while (!thread.isClosing()) {
      consumer.poll(POLL).forEach(this::hear);
      next.keySet().forEach(here -> catchUp.heard(here.partition(), consumer.position(here)));
      settle(consumer, catchUp.unsettled());
      catchUp.look();
      thread.isWell();
    }
  }

  /** What came here goes on where it was committed, and the events had this end by then. */
  private void settle(Consumer<byte[], byte[]> consumer, List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return;
    }
    var come = arrivals.stream().collect(Collectors.toMap(one -> one, Tail::partition));
    var committed = consumer.committed(Set.copyOf(come.values()));
    var ends = consumer.endOffsets(come.values());
    come.forEach(
        (arrival, partition) -> {
          var folded = committed.get(partition);
          catchUp.settled(
              arrival,
              folded == null ? 0 : folded.offset(),
              Objects.requireNonNull(ends.get(partition)));
        });
  }

  private static TopicPartition partition(Arrival arrival) {
    return new TopicPartition(Topics.EVENTS.name(), arrival.partition());
  }

  private void goToTheEnd(Consumer<byte[], byte[]> consumer) {
    var partitions = partitions();
    var ends = consumer.endOffsets(partitions);
    LastRecords.behind(consumer, ends).forEach(catchUp::seen);
    next.putAll(ends);
  }

  private void hear(ConsumerRecord<byte[], byte[]> event) {
    catchUp.seen(event.partition(), event.offset() + 1);
    try {
      verdicts.heard(reader.read(Consumed.found(event)));
    } catch (Unreadable unreadable) {
      throw new IllegalStateException(
          "the event at %s/%s@%s cannot be read"
              .formatted(event.topic(), event.partition(), event.offset()),
          unreadable);
    }
    next.put(new TopicPartition(event.topic(), event.partition()), event.offset() + 1);
  }

  private static List<TopicPartition> partitions() {
    return IntStream.range(0, Topics.EVENTS.partitions())
        .mapToObj(n -> new TopicPartition(Topics.EVENTS.name(), n))
        .collect(Collectors.toList());
  }

  /** The group is the view's, to read how far it has committed; it is neither joined nor moved. */
  private static Map<String, Object> settings(KafkaSettings kafka) {
    var settings = kafka.client();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, ViewSettings.APPLICATION_ID);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return settings;
  }
}
