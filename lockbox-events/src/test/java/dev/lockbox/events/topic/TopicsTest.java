package dev.lockbox.events.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.identity.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private static final int TENANTS = 10_000;

  @Test
  void aTenantsPartitionIsTheOneKafkasOwnPartitionerChooses() {
    var random = new Random(1);
    for (var count = 0; count < TENANTS; count++) {
      var tenant = tenant(random);
      var key = tenant.value().getBytes(StandardCharsets.UTF_8);
      var partitions = 1 + random.nextInt(100);
      assertThat(Topics.partitionOf(tenant, partitions))
          .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
    }
  }

  @Test
  void aTenantsPartitionNeverChanges() {
    assertThat(Topics.partitionOf(new TenantId("contoso"), 6)).isEqualTo(0);
    assertThat(Topics.partitionOf(new TenantId("fabrikam"), 6)).isEqualTo(5);
  }

  @Test
  void whatATenantsRecordsPassThroughHasOneCount() {
    assertThat(
            IntStream.of(
                Topics.COMMANDS.partitions(),
                Topics.EVENTS.partitions(),
                Topics.STATE.partitions(),
                Topics.AUDIT.partitions()))
        .containsOnly(6);
  }

  @Test
  void everyTopicIsInTheTableOnce() {
    assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates().hasSize(10);
  }

  @Test
  void noClientsClockStampsWhatIsDecided() {
    for (var topic : List.of(Topics.REQUESTS, Topics.COMMANDS)) {
      assertThat(topic.settings()).containsEntry("message.timestamp.type", "LogAppendTime");
    }
  }

  /** Longer than any session of the portal lasts, or a copy of its cookie would be good again. */
  @Test
  void aSignOutIsKeptLongerThanAnySessionAndNotMuchLonger() {
    assertThat(Topics.SIGN_OUTS.settings())
        .containsEntry("retention.ms", "32400000")
        .containsEntry("retention.bytes", "-1")
        .containsEntry("segment.ms", "3600000")
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("message.timestamp.type", "LogAppendTime");
    assertThat(Topics.all())
        .filteredOn(topic -> !topic.equals(Topics.SIGN_OUTS))
        .noneMatch(topic -> topic.settings().containsKey("segment.ms"));
  }

  private static TenantId tenant(Random random) {
    var letters = new StringBuilder();
    random.ints(1 + random.nextInt(62), 'a', 'z' + 1).forEach(letters::appendCodePoint);
    return new TenantId(letters.toString());
  }
}
