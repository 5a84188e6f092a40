package dev.lockbox.bench.bed;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A plain producer: idempotent, every record acknowledged. */
public final class Feed implements AutoCloseable {
  /** Whose records are sent as soon as they are there. */
  private static final int AT_ONCE_MILLIS = 0;

  /** Who has many to send lets them gather. */
  private static final int GATHERING_MILLIS = 5;

  private static final int BATCH_BYTES = 128 * 1024;

  private final KafkaProducer<byte[], byte[]> producer;

  private Feed(Map<String, Object> client, int lingerMillis) {
    var settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** For throughput. */
  public static Feed gathering(Map<String, Object> client) {
    return new Feed(client, GATHERING_MILLIS);
  }

  /** For latency. */
  public static Feed atOnce(Map<String, Object> client) {
    return new Feed(client, AT_ONCE_MILLIS);
  }

  /**
   * Appends all of them as fast as Kafka takes them; returns when all are acknowledged.
   *
   * @throws BenchFailed when one was not
   */
  public void send(String topic, Stream<Encoded> records) {
    var failure = new AtomicReference<Exception>();
    records.forEach(
        one ->
            producer.send(
                new ProducerRecord<>(topic, one.key(), one.value()),
                (place, refused) -> failure.compareAndSet(null, refused)));
    producer.flush();
    if (failure.get() != null) {
      throw new BenchFailed("a record to %s was not acknowledged".formatted(topic), failure.get());
    }
  }

  /**
   * Appends one.
   *
   * @param answer fails when it is not acknowledged, and is left alone when it is
   */
  public void send(ProducerRecord<byte[], byte[]> one, CompletableFuture<Void> answer) {
    producer.send(
        one,
        (place, refused) -> {
          if (refused != null) {
            answer.completeExceptionally(refused);
          }
        });
  }

  @Override
  public void close() {
    producer.close();
  }
}
