package dev.lockbox.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** What the tests ask a broker, and a limit on how long they wait for its answer. */
record Clients(String bootstrapServers) {

  static final Duration LIMIT = Duration.ofSeconds(30);

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  void createTopic(String topic) throws Exception {
    try (var admin = admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  /** Returns when the broker acknowledged it. */
  void write(String topic, String value)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** All values of the topic's only partition, read to its end. */
  List<String> read(String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    var partition = new TopicPartition(topic, 0);
    var values = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      Awaitility.await()
          .atMost(LIMIT)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> values.add(found.value()));
                return consumer.position(partition) >= end;
              });
    }
    return values;
  }
}
