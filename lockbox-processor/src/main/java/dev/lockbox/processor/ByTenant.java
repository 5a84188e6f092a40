package dev.lockbox.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.topic.Topics;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Puts all that is a tenant's on one partition. Keys are the tenant's id, or begin with it and a
 * slash.
 */
final class ByTenant implements StreamPartitioner<byte[], byte[]> {
  @Override
  public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
    var text = new String(key, UTF_8);
    var slash = text.indexOf('/');
    var tenant = new TenantId(slash < 0 ? text : text.substring(0, slash));
    return Optional.of(Set.of(Topics.partitionOf(tenant, partitions)));
  }
}
