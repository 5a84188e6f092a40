package dev.lockbox.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Runs a topology the way all of ours run: exactly once, uncached, fenced soon after it falls
 * silent.
 */
@Singleton
public final class StreamsRunner {
  /** A killed instance's transaction holds readers back until it times out, so it does so soon. */
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

  /** Room for a quarantined record, which carries the whole of what it found. */
  private static final int REQUEST_BYTES_MAX = 5 * 1024 * 1024;

  private final KafkaSettings kafka;
  private final DurabilitySettings durability;
  private final ServiceSettings service;
  private final Vitals vitals;
  private final MeterRegistry meters;
  private final InstantSource clock;

  public StreamsRunner(
      KafkaSettings kafka,
      DurabilitySettings durability,
      ServiceSettings service,
      Vitals vitals,
      MeterRegistry meters,
      InstantSource clock) {
    this.kafka = kafka;
    this.durability = durability;
    this.service = service;
    this.vitals = vitals;
    this.meters = meters;
    this.clock = clock;
  }

  /** Starts it, and returns at once; {@link Vitals} say whether it runs. */
  public Running start(StreamsPlan plan, Topology topology) {
    var streams = new KafkaStreams(topology, properties(plan));
    var metrics = new KafkaStreamsMetrics(streams);
    streams.setStateListener((now, before) -> report(plan, now));
    streams.setUncaughtExceptionHandler(new UncaughtVerdict(clock));
    vitals.red(plan.applicationId(), "not running yet");
    metrics.bindTo(meters);
    streams.start();
    return new Running(streams, metrics);
  }

  /** A topology that runs until it is closed. */
  public record Running(KafkaStreams streams, KafkaStreamsMetrics metrics)
      implements AutoCloseable {
    @Override
    public void close() {
      metrics.close();
      streams.close(CLOSE_WITHIN);
    }
  }

  private void report(StreamsPlan plan, KafkaStreams.State now) {
    switch (now) {
      case RUNNING -> vitals.green(plan.applicationId());
      case CREATED, REBALANCING, PENDING_SHUTDOWN, PENDING_ERROR, NOT_RUNNING, ERROR ->
          vitals.red(plan.applicationId(), "state is " + now);
    }
  }

  private Properties properties(StreamsPlan plan) {
    var properties = new Properties();
    properties.putAll(kafka.client());
    properties.putAll(house(plan));
    plan.instance()
        .ifPresent(
            name ->
                properties.put(
                    StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                    name));
    plan.server()
        .ifPresent(server -> properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, server));
    return properties;
  }

  private Map<String, Object> house(StreamsPlan plan) {
    return Map.ofEntries(
        Map.entry(StreamsConfig.APPLICATION_ID_CONFIG, plan.applicationId()),
        Map.entry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2),
        Map.entry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, plan.threads()),
        Map.entry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, plan.commitInterval().toMillis()),
        Map.entry(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, plan.standbys()),
        Map.entry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0),
        Map.entry(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, 0),
        Map.entry(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true),
        Map.entry(StreamsConfig.REPLICATION_FACTOR_CONFIG, durability.replicationFactor()),
        Map.entry(
            StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
            durability.minInsyncReplicas()),
        Map.entry(StreamsConfig.STATE_DIR_CONFIG, service.directory().resolve("stores").toString()),
        Map.entry(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class),
        Map.entry(
            StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest"),
        Map.entry(
            StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
            (int) SESSION_TIMEOUT.toMillis()),
        Map.entry(
            StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
            (int) HEARTBEAT.toMillis()),
        Map.entry(
            StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
            (int) TRANSACTION_TIMEOUT.toMillis()),
        Map.entry(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0),
        Map.entry(
            StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
            REQUEST_BYTES_MAX));
  }
}
