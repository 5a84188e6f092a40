package dev.lockbox.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.events.topic.Topics;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Puts all that is told of an engineer's seats on one partition. Keys are the engineer's id. */
final class ByEngineer implements StreamPartitioner<byte[], byte[]> {
  @Override
  public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
    var engineer = new PersonId(new String(key, UTF_8));
    return Optional.of(Set.of(Topics.partitionOf(engineer, partitions)));
  }
}
