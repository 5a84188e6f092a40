package dev.lockbox.local.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Consumed;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.registry.RegistryConnection;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.local.data.Endpoints;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** One tenant's committed records, read to the end of the log. */
record Log(Endpoints endpoints, TenantId tenant) {
  private static final ObjectMapper JSON = new ObjectMapper();

  List<Recorded> events() throws Exception {
    var format =
        new Formats(RegistryConnection.direct(endpoints.schemaRegistry(), Map.of())).events();
    var events = new ArrayList<Recorded>();
    for (var record : records(Topics.EVENTS)) {
      events.add(format.read(Consumed.found(record)));
    }
    return events;
  }

  List<JsonNode> audit() throws Exception {
    var entries = new ArrayList<JsonNode>();
    for (var record : records(Topics.AUDIT)) {
      entries.add(JSON.readTree(record.value()));
    }
    return entries;
  }

  private List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
    var partition =
        new TopicPartition(topic.name(), Topics.partitionOf(tenant, topic.partitions()));
    var key = tenant.value();
    return records(List.of(partition)).stream()
        .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(key))
        .toList();
  }

  /** The newest that a service has published, for whichever tenant. */
  ConsumerRecord<byte[], byte[]> newestPublication() {
    var partitions =
        IntStream.range(0, Topics.REQUESTS.partitions())
            .mapToObj(partition -> new TopicPartition(Topics.REQUESTS.name(), partition))
            .toList();
    return records(partitions).stream()
        .max(Comparator.comparingLong(ConsumerRecord::timestamp))
        .orElseThrow();
  }

  private List<ConsumerRecord<byte[], byte[]>> records(List<TopicPartition> partitions) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            endpoints.bootstrapServers(),
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            "false");
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found;
  }
}
