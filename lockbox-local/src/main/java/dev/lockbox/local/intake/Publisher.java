package dev.lockbox.local.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.SigningKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes single records, each acknowledged before the next. */
public final class Publisher implements AutoCloseable {
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(30);

  private final KafkaProducer<byte[], byte[]> producer;
  private final Optional<SigningKey> key;
  private final Optional<Function<Publication, String>> assertion;

  /** Of what is not signed. */
  public Publisher(Map<String, Object> kafka) {
    this(kafka, Optional.empty(), Optional.empty());
  }

  /**
   * @param kafka settings of any Kafka client
   * @param key by which each record is signed; empty for none
   * @param assertion the token that a record carries, which may be for this record alone; empty for
   *     none
   */
  public Publisher(
      Map<String, Object> kafka,
      Optional<SigningKey> key,
      Optional<Function<Publication, String>> assertion) {
    this.key = key;
    this.assertion = assertion;
    var settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) ACKNOWLEDGED_WITHIN.toMillis());
    settings.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ACKNOWLEDGED_WITHIN.toMillis() / 2);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Returns when the record is acknowledged by every copy that must have it.
   *
   * @param partition empty leaves it to the key
   * @throws NotAcknowledged when that is not known to have happened; it may have
   */
  public <T> void publish(Format<T> format, T message, Optional<Integer> partition)
      throws InterruptedException {
    var topic = format.topic().name();
    var record =
        new ProducerRecord<>(
            topic, partition.orElse(null), format.key(message), format.value(message));
    var publication = new Publication(topic, record.key(), record.value());
    key.ifPresent(own -> add(record, Headers.SIGNATURE, own.sign(publication).header()));
    assertion.ifPresent(
        asked -> add(record, Headers.ASSERTION, asked.apply(publication).getBytes(US_ASCII)));
    try {
      producer.send(record).get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotAcknowledged(topic, e);
    }
  }

  private static void add(ProducerRecord<byte[], byte[]> record, String header, byte[] value) {
    record.headers().add(header, value);
  }

  @Override
  public void close() {
    producer.close();
  }
}
