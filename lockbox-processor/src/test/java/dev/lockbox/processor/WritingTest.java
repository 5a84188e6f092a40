package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.CONTOSO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.events.topic.Topics;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Where records go, and by which time they are met. */
class WritingTest {
  private static final byte[] NONE = {};

  @Test
  void allThatIsATenantsGoesWhereTheTopicTableSays() {
    var expected = Topics.partitionOf(CONTOSO, 6);
    assertThat(partitionOf("contoso")).containsExactly(expected);
    assertThat(partitionOf("contoso/r1")).containsExactly(expected);
    assertThat(partitionOf("contoso/r2")).containsExactly(expected);
  }

  @Test
  void aRecordIsMetByItsOwnTimeAndNeverByANegativeOne() {
    assertThat(timeOf(1_700_000_000_000L)).isEqualTo(1_700_000_000_000L);
    assertThat(timeOf(-1)).isZero();
    assertThat(timeOf(Long.MIN_VALUE)).isZero();
  }

  private static Set<Integer> partitionOf(String key) {
    return new ByTenant().partitions("any", key.getBytes(UTF_8), NONE, 6).orElseThrow();
  }

  private static long timeOf(long millis) {
    var record =
        new ConsumerRecord<Object, Object>(
            "any",
            0,
            0,
            millis,
            TimestampType.CREATE_TIME,
            0,
            0,
            NONE,
            NONE,
            new RecordHeaders(),
            Optional.empty());
    return new FoundTime().extract(record, 0);
  }
}
