package dev.lockbox.service;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How we produce where there is no transaction: every record to each in-sync copy, once and in
 * order, at once, and not for long.
 *
 * @param answeredWithin a request to a broker that takes longer is sent again
 * @param deliveredWithin a record that is not acknowledged by then has failed; it may have been
 *     written all the same
 * @param blockedAtMost how long a send may hold up its caller, where the topic is not known yet
 */
public record PlainProducer(
    Duration answeredWithin, Duration deliveredWithin, Duration blockedAtMost) {

  /** By Kafka's own names, over what every client is told; a fresh map to add to. */
  public Map<String, Object> settings(KafkaSettings kafka) {
    var settings = kafka.client();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(answeredWithin));
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(deliveredWithin));
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(blockedAtMost));
    return settings;
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
