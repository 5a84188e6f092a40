package dev.lockbox.notifier;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Notice;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The memory on {@code lockbox.notices}: the newest record of a notice counts, and a tombstone says
 * that nobody is left to be told. Health is red while it cannot be written. Safe for several
 * threads.
 */
final class KafkaMemory implements Memory {
  static final String CONDITION = "notices";

  /** How long reading may go without meeting a record before it is given up, to begin anew. */
  private static final Duration SILENCE_MAX = Duration.ofSeconds(30);

  private static final Duration POLL = Duration.ofMillis(200);

  private final Producer<byte[], byte[]> producer;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Format<Notice> format;
  private final PatientReader<Notice> reader;
  private final Vitals vitals;
  private final InstantSource clock;

  /**
   * @param producer idempotent, acknowledged by all replicas in sync
   * @param consumers each without a group, reading committed records
   */
  KafkaMemory(
      Producer<byte[], byte[]> producer,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Format<Notice> format,
      RegistryPatience patience,
      Vitals vitals,
      InstantSource clock) {
    this.producer = producer;
    this.consumers = consumers;
    this.format = format;
    this.reader = new PatientReader<>(format, patience);
    this.vitals = vitals;
    this.clock = clock;
  }

  @Override
  public Remembered recall(Predicate<TenantId> whose) {
    try (var consumer = consumers.get()) {
      var partitions =
          consumer.partitionsFor(Topics.NOTICES.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return readToEnd(consumer, consumer.endOffsets(partitions), whose);
    }
  }

  private Remembered readToEnd(
      Consumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Predicate<TenantId> whose) {
    var remembered = new Remembered();
    var lastFound = clock.instant();
    while (!isAt(consumer, ends)) {
      var found = consumer.poll(POLL);
      found.forEach(record -> put(record, remembered, whose));
      if (!found.isEmpty()) {
        lastFound = clock.instant();
      } else if (lastFound.plus(SILENCE_MAX).isBefore(clock.instant())) {
        throw new TimeoutException("no notice was read for " + SILENCE_MAX);
      }
    }
    return remembered;
  }

  private static boolean isAt(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void put(
      ConsumerRecord<byte[], byte[]> record, Remembered remembered, Predicate<TenantId> whose) {
    if (record.value() == null) {
      remembered.remove(NoticeKeys.read(record.key()));
      return;
    }
    var notice = read(record);
    if (whose.test(notice.key().tenant())) {
      remembered.put(notice);
    }
  }

  private Notice read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return reader.read(Consumed.found(record));
    } catch (Unreadable unreadable) {
      throw new BrokenLog(
          "%s-%s at offset %s cannot be read: %s"
              .formatted(
                  record.topic(), record.partition(), record.offset(), unreadable.getMessage()),
          unreadable);
    }
  }

  @Override
  public void keep(List<Notice> notices) {
    write(
        notices.stream().map(notice -> record(format.key(notice), format.value(notice))),
        "%s notices from %s on".formatted(notices.size(), notices.getFirst().key()));
  }

  @Override
  public void forget(Notice notice) {
    var tombstone =
        new ProducerRecord<byte[], byte[]>(Topics.NOTICES.name(), format.key(notice), null);
    write(Stream.of(tombstone), "that nobody is left for " + notice.key());
  }

  private static ProducerRecord<byte[], byte[]> record(byte[] key, byte[] value) {
    return new ProducerRecord<>(Topics.NOTICES.name(), key, value);
  }

  private void write(Stream<ProducerRecord<byte[], byte[]>> records, String what) {
    try {
      var answers = records.map(producer::send).toList();
      for (var answer : answers) {
        await(answer);
      }
      vitals.green(CONDITION);
    } catch (KafkaException unwritten) {
      vitals.red(CONDITION, "not written: " + unwritten.getMessage());
      throw new MemoryUnwritten(what, unwritten);
    }
  }

  private static void await(Future<RecordMetadata> answer) {
    try {
      answer.get();
    } catch (ExecutionException refused) {
      throw new KafkaException(refused);
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    }
  }
}
