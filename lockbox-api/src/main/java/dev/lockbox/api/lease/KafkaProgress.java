package dev.lockbox.api.lease;

import dev.lockbox.api.view.ViewSettings;
import dev.lockbox.events.topic.Groups;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks Kafka how far everybody has come. Offsets of groups are committed within the transactions
 * whose records they belong to; those of a transaction that is still open are not told.
 */
final class KafkaProgress implements AutoCloseable {
  private static final List<TopicPartition> COMMANDS = partitions(Topics.COMMANDS);
  private static final List<TopicPartition> EVENTS = partitions(Topics.EVENTS);

  private final Admin admin;

  KafkaProgress(Admin admin) {
    this.admin = admin;
  }

  /** The order matters: see {@link Look}. */
  Look look() throws ExecutionException, InterruptedException {
    var decided = committed(Groups.PROCESSOR, COMMANDS);
    var ends = ends();
    return new Look(decided, committed(ViewSettings.APPLICATION_ID, EVENTS), ends);
  }

  private Map<Integer, Long> committed(String group, List<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    var spec = new ListConsumerGroupOffsetsSpec().topicPartitions(partitions);
    var offsets =
        admin
            .listConsumerGroupOffsets(Map.of(group, spec))
            .partitionsToOffsetAndMetadata(group)
            .get();
    var known = new HashMap<Integer, Long>();
    offsets.forEach(
        (partition, offset) -> {
          if (offset != null) {
            known.put(partition.partition(), offset.offset());
          }
        });
    return known;
  }

  private Map<Integer, Long> ends() throws ExecutionException, InterruptedException {
    var latest =
        EVENTS.stream().collect(Collectors.toMap(Function.identity(), one -> OffsetSpec.latest()));
    return admin
        .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(end -> end.getKey().partition(), end -> end.getValue().offset()));
  }

  private static List<TopicPartition> partitions(Topic topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(n -> new TopicPartition(topic.name(), n))
        .toList();
  }

  @Override
  public void close() {
    admin.close();
  }
}
