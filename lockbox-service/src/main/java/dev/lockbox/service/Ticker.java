package dev.lockbox.service;

import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.RegistryUnavailable;
import dev.lockbox.events.message.CommandLogEntry;
import dev.lockbox.events.message.Tick;
import dev.lockbox.events.topic.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what this host's clock shows on every partition of the command log, every few seconds, so
 * that a broker's clock that jumps is found out. Outside of any transaction; a tick that Kafka did
 * not take is counted and not sent again, since the next one says more. Health is red while there
 * is a partition that did not take the last one.
 */
@Singleton
public final class Ticker {
  private static final String CONDITION = "ticks";
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

  /** What is delivered later than this is no news any more. */
  private static final PlainProducer PRODUCER =
      new PlainProducer(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(1));

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Format<CommandLogEntry> log;
  private final TickSettings settings;
  private final InstantSource clock;
  private final Vitals vitals;
  private final Counter failures;
  private final Set<Integer> silent = new ConcurrentSkipListSet<>();
  private final List<Consumer<TakenTick>> hearers = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ticker").factory());
  private volatile Runnable closing = () -> {};

  @Inject
  Ticker(
      KafkaSettings kafka,
      Formats formats,
      TickSettings settings,
      InstantSource clock,
      Vitals vitals,
      MeterRegistry meters) {
    this(() -> open(kafka), formats, settings, clock, vitals, meters);
  }

  Ticker(
      Supplier<Producer<byte[], byte[]>> producers,
      Formats formats,
      TickSettings settings,
      InstantSource clock,
      Vitals vitals,
      MeterRegistry meters) {
    this.producers = producers;
    this.log = formats.commandLog();
    this.settings = settings;
    this.clock = clock;
    this.vitals = vitals;
    this.failures =
        Counter.builder("lockbox.ticks.failed")
            .description("Ticks of this host's clock that Kafka did not take")
            .register(meters);
  }

  private static Producer<byte[], byte[]> open(KafkaSettings kafka) {
    var bytes = new ByteArraySerializer();
    return new KafkaProducer<>(PRODUCER.settings(kafka), bytes, bytes);
  }

  /** Tells of each tick that Kafka took, from a thread of the producer's. */
  public void tell(Consumer<TakenTick> hearer) {
    hearers.add(hearer);
  }

  /**
   * Ticks at once, and then every few seconds until the service is closed. Once only.
   *
   * @throws IllegalArgumentException when the host has no name
   */
  public void start() {
    var host = settings.hostName();
    var producer = producers.get();
    closing = () -> producer.close(CLOSE_WITHIN);
    rounds.scheduleAtFixedRate(
        () -> round(producer, host), 0, settings.every().toMillis(), TimeUnit.MILLISECONDS);
    LOG.info("The clock of {} is told every {}", host, settings.every());
  }

  @PreDestroy
  public void close() {
    rounds.shutdownNow();
    closing.run();
  }

  void round(Producer<byte[], byte[]> producer, String host) {
    for (var partition = 0; partition < Topics.COMMANDS.partitions(); partition++) {
      tick(producer, partition, host);
    }
  }

  private void tick(Producer<byte[], byte[]> producer, int partition, String host) {
    try {
      var shown = clock.instant();
      var sent = System.nanoTime();
      var tick = Tick.of(partition, host, shown);
      producer.send(
          new ProducerRecord<>(Topics.COMMANDS.name(), partition, log.key(tick), log.value(tick)),
          (place, failure) -> {
            answered(partition, failure);
            if (failure == null) {
              taken(partition, place, sent, shown);
            }
          });
    } catch (KafkaException | RegistryUnavailable failure) {
      answered(partition, failure);
    }
  }

  private void answered(int partition, @Nullable Exception failure) {
    if (failure == null) {
      silent.remove(partition);
    } else {
      silent.add(partition);
      failures.increment();
      LOG.warn("Kafka did not take a tick on partition {}: {}", partition, failure.toString());
    }
    report();
  }

  private void taken(int partition, RecordMetadata place, long sent, Instant shown) {
    var appended = Instant.ofEpochMilli(place.timestamp());
    var tick = new TakenTick(partition, place.offset(), sent, shown, appended);
    hearers.forEach(hearer -> hearer.accept(tick));
  }

  private void report() {
    if (silent.isEmpty()) {
      vitals.green(CONDITION);
    } else {
      vitals.red(CONDITION, "this host's clock is not told on partitions " + silent);
    }
  }
}
