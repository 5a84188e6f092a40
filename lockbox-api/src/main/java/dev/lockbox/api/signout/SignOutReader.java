package dev.lockbox.api.signout;

import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.SignedOut;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.ReadingThread;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic of those who signed out as a whole from its beginning, in no group, and asks
 * again and again where it ends: what is known is up to date only where that was read to the end a
 * short while ago. When Kafka does not let it read, health is red, and a new consumer goes on where
 * the last one stopped. One thread of its own.
 *
 * <p>A record that cannot be read stands for somebody who signed out, and nobody knows who: every
 * session that had begun by then is ended.
 */
@Singleton
public final class SignOutReader {
  /** How long what is known counts when nothing more is heard. */
  static final Duration COUNTS_FOR = Duration.ofSeconds(30);

  /** No session lasts longer, whatever is set. */
  private static final Duration LONGEST = Duration.ofHours(8);

  /** By how much this host's clock and the broker's may differ. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  /** Some hundred bytes each. */
  private static final int ENDED_MAX = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(SignOutReader.class);
  private static final TopicPartition HERE = new TopicPartition(Topics.SIGN_OUTS.name(), 0);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

  private final PatientReader<SignedOut> reader;
  private final InstantSource clock;
  private final LongSupplier ticker;
  private final Counter unreadable;
  private final Ended ended = new Ended(ENDED_MAX);
  private final ReadingThread thread;

  /** Where to go on; the thread's own. */
  private OptionalLong next = OptionalLong.empty();

  /** When it was asked where the topic ends, of the last time that this was read to. */
  private volatile OptionalLong upToDateNanos = OptionalLong.empty();

  @Inject
  SignOutReader(
      KafkaSettings kafka,
      Formats formats,
      RegistryPatience patience,
      Vitals vitals,
      InstantSource clock,
      MeterRegistry meters) {
    this(
        () -> new KafkaConsumer<>(settings(kafka)),
        formats,
        patience,
        vitals,
        clock,
        System::nanoTime,
        meters);
  }

  SignOutReader(
      Supplier<Consumer<byte[], byte[]>> consumers,
      Formats formats,
      RegistryPatience patience,
      Vitals vitals,
      InstantSource clock,
      LongSupplier ticker,
      MeterRegistry meters) {
    this.reader = new PatientReader<>(formats.signOuts(), patience);
    this.clock = clock;
    this.ticker = ticker;
    this.unreadable =
        Counter.builder("lockbox.signouts.unreadable")
            .description("Sign-outs that cannot be read, each of which ended every session")
            .register(meters);
    Gauge.builder("lockbox.signouts.known", ended, Ended::size)
        .description("Sessions that were ended and would not be over yet")
        .register(meters);
    this.thread = new ReadingThread("signouts", consumers, this::read, patience, vitals);
  }

  /** Starts to read; until it is up to date, the service is not ready. Once only. */
  public void start() {
    thread.start();
  }

  Ended ended() {
    return ended;
  }

  /** Whether everything is known that was written until a short while ago. */
  boolean isUpToDate() {
    var then = upToDateNanos;
    return then.isPresent() && ticker.getAsLong() - then.getAsLong() < COUNTS_FOR.toNanos();
  }

  @PreDestroy
  public void close() {
    thread.close();
  }

  private void read(Consumer<byte[], byte[]> consumer) {
    consumer.assign(List.of(HERE));
    next.ifPresentOrElse(
        at -> consumer.seek(HERE, at), () -> consumer.seekToBeginning(List.of(HERE)));
    while (!thread.isClosing()) {
      readToTheEnd(consumer);
    }
  }

  private void readToTheEnd(Consumer<byte[], byte[]> consumer) {
    var asked = ticker.getAsLong();
    var end = Objects.requireNonNull(consumer.endOffsets(List.of(HERE)).get(HERE));
    var isAtTheEnd = false;
    while (!isAtTheEnd && !thread.isClosing()) {
      consumer.poll(POLL).forEach(this::hear);
      isAtTheEnd = consumer.position(HERE) >= end;
    }
    if (isAtTheEnd) {
      upToDateNanos = OptionalLong.of(asked);
      thread.isWell();
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    try {
      var out = reader.read(Consumed.found(record));
      ended.add(out.session(), out.until(), clock.instant());
    } catch (Unreadable garbage) {
      LOG.error(
          "The sign-out at {}/{}@{} cannot be read: every session that had begun is ended",
          record.topic(),
          record.partition(),
          record.offset(),
          garbage);
      unreadable.increment();
      ended.addAll(Instant.ofEpochMilli(record.timestamp()).plus(CLOCKS_DIFFER).plus(LONGEST));
    }
    next = OptionalLong.of(record.offset() + 1);
  }

  /** No group: nothing is joined, and nothing committed. */
  private static Map<String, Object> settings(KafkaSettings kafka) {
    var settings = kafka.committedOnly();
    settings.put(
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(ANSWERED_WITHIN.toMillis()));
    settings.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        Math.toIntExact(ANSWERED_WITHIN.multipliedBy(2).toMillis()));
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return settings;
  }
}
