package dev.lockbox.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LastRecordsTest {
  private static final TopicPartition EMPTY = new TopicPartition("t", 0);

  @Test
  void anEmptyPartitionHasNone() {
    try (var consumer = new MockConsumer<byte[], byte[]>("earliest")) {
      consumer.updateBeginningOffsets(Map.of(EMPTY, 0L));
      assertThat(LastRecords.behind(consumer, Map.of(EMPTY, 0L))).isEqualTo(Map.of(0, 0L));
    }
  }

  @Test
  void aRecordAtTheVeryEndIsFound() {
    try (var consumer = new MockConsumer<byte[], byte[]>("earliest")) {
      consumer.updateBeginningOffsets(Map.of(EMPTY, 0L));
      consumer.schedulePollTask(
          () -> consumer.addRecord(new ConsumerRecord<>("t", 0, 6, new byte[0], new byte[0])));
      assertThat(LastRecords.behind(consumer, Map.of(EMPTY, 7L))).isEqualTo(Map.of(0, 7L));
    }
  }
}
