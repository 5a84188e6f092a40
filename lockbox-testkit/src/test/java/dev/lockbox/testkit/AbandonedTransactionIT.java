package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.events.topic.Topics;
import dev.lockbox.testkit.read.TopicReader;
import dev.lockbox.testkit.rig.Ground;
import dev.lockbox.testkit.rig.StallWatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AbandonedTransactionIT {
  /** As every topology of ours has it. */
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);

  /** The timeout, the second until our broker looks for it, and room for a busy machine. */
  private static final Duration STALL_MAX = Duration.ofSeconds(20);

  /** What a processor does that is killed between two commits, and never comes back. */
  @Test
  void holdsReadersBackUntilItTimesOutAndNoLonger() throws Exception {
    try (var ground = Ground.prepare();
        var stalls = StallWatch.over(ground.client(), List.of(Topics.COMMANDS))) {
      abandon(ground.client());
      append(ground.client());
      var reader = new TopicReader(ground.client());
      await("what was written behind it to be read")
          .atMost(STALL_MAX.multipliedBy(2))
          .until(() -> reader.read(Topics.COMMANDS).size() == 1);
      var stall = stalls.longest(Topics.COMMANDS);
      System.out.printf("an abandoned transaction held readers back for %d ms%n", stall.toMillis());
      assertThat(stall).isBetween(TRANSACTION_TIMEOUT.minus(Duration.ofSeconds(1)), STALL_MAX);
    }
  }

  private static void abandon(Map<String, Object> client) throws Exception {
    var settings = new HashMap<>(client);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "abandoned");
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION_TIMEOUT.toMillis());
    var producer = producer(settings);
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(record("never committed")).get();
    producer.close(Duration.ZERO);
  }

  private static void append(Map<String, Object> client) throws Exception {
    try (var producer = producer(new HashMap<>(client))) {
      producer.send(record("behind it")).get();
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<byte[], byte[]> record(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(Topics.COMMANDS.name(), 0, bytes, bytes);
  }
}
