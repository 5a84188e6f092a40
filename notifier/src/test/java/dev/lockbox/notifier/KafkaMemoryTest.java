package dev.lockbox.notifier;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.Notice;
import dev.lockbox.events.message.Notice.Status;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaMemoryTest {
  private static final TopicPartition NOTICES = new TopicPartition(Topics.NOTICES.name(), 0);

  private final Vitals vitals = new Vitals();
  private final HandClock clock = new HandClock();
  private final Format<Notice> format = Wire.formats().notices();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(
          true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
  private final MockConsumer<byte[], byte[]> consumer = consumer();
  private final KafkaMemory memory =
      new KafkaMemory(
          producer, () -> consumer, format, new RegistryPatience(vitals), vitals, clock);

  @Test
  void whatIsKeptIsRecalled() {
    memory.keep(List.of(notice(CONTOSO, ANNA, Status.PENDING), notice(CONTOSO, BEN, Status.SENT)));
    written();

    var recalled = memory.recall(CONTOSO::equals).take(CONTOSO, 7);
    assertThat(recalled)
        .isEqualTo(
            Map.of(
                ANNA, notice(CONTOSO, ANNA, Status.PENDING),
                BEN, notice(CONTOSO, BEN, Status.SENT)));
  }

  @Test
  void theNewestWordCounts() {
    memory.keep(List.of(notice(CONTOSO, ANNA, Status.PENDING)));
    memory.keep(List.of(notice(CONTOSO, ANNA, Status.SENT)));
    written();

    assertThat(memory.recall(CONTOSO::equals).take(CONTOSO, 7))
        .containsEntry(ANNA, notice(CONTOSO, ANNA, Status.SENT));
  }

  @Test
  void whatWasSentStaysSentWhateverALateProcessWrites() {
    memory.keep(List.of(notice(CONTOSO, ANNA, Status.SENT)));
    memory.keep(List.of(notice(CONTOSO, ANNA, Status.PENDING)));
    written();

    assertThat(memory.recall(CONTOSO::equals).take(CONTOSO, 7))
        .containsEntry(ANNA, notice(CONTOSO, ANNA, Status.SENT));
  }

  @Test
  void whatIsForgottenIsNotRecalled() {
    memory.keep(List.of(notice(CONTOSO, ANNA, Status.PENDING), notice(CONTOSO, BEN, Status.SENT)));
    memory.forget(notice(CONTOSO, ANNA, Status.PENDING));
    written();

    assertThat(memory.recall(CONTOSO::equals).take(CONTOSO, 7)).containsOnlyKeys(BEN);
  }

  @Test
  void othersAreNotRecalled() {
    memory.keep(List.of(notice(FABRIKAM, ANNA, Status.SENT)));
    written();

    assertThat(memory.recall(CONTOSO::equals).take(FABRIKAM, 7)).isEmpty();
  }

  @Test
  void whatIsTakenIsForgotten() {
    memory.keep(List.of(notice(CONTOSO, ANNA, Status.SENT)));
    written();

    var recalled = memory.recall(CONTOSO::equals);
    assertThat(recalled.take(CONTOSO, 7)).isNotEmpty();
    assertThat(recalled.take(CONTOSO, 7)).isEmpty();
  }

  @Test
  void aWriteThatFailsIsSeenUntilOneSucceeds() {
    producer.sendException = new TimeoutException("no answer");
    assertThatExceptionOfType(MemoryUnwritten.class)
        .isThrownBy(() -> memory.keep(List.of(notice(CONTOSO, ANNA, Status.SENT))));
    assertThat(vitals.wrong()).containsKey(KafkaMemory.CONDITION);

    producer.sendException = null;
    memory.keep(List.of(notice(CONTOSO, ANNA, Status.SENT)));
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void aNoticeNobodyCanReadStopsEverything() {
    consumer.schedulePollTask(
        () ->
            consumer.addRecord(
                new ConsumerRecord<>(NOTICES.topic(), 0, 0, new byte[] {1}, new byte[] {9})));
    consumer.updateEndOffsets(Map.of(NOTICES, 1L));

    assertThatExceptionOfType(BrokenLog.class).isThrownBy(() -> memory.recall(anybody -> true));
  }

  @Test
  void aTombstoneOfNobodyStopsEverything() {
    consumer.schedulePollTask(
        () ->
            consumer.addRecord(
                new ConsumerRecord<>(NOTICES.topic(), 0, 0, new byte[] {'x'}, null)));
    consumer.updateEndOffsets(Map.of(NOTICES, 1L));

    assertThatExceptionOfType(BrokenLog.class).isThrownBy(() -> memory.recall(anybody -> true));
  }

  @Test
  void aTopicThatFallsSilentIsNotWaitedForForEver() {
    consumer.updateEndOffsets(Map.of(NOTICES, 1L));
    consumer.schedulePollTask(() -> clock.advance(Duration.ofSeconds(31)));

    assertThatExceptionOfType(KafkaException.class)
        .isThrownBy(() -> memory.recall(anybody -> true))
        .withMessageContaining("no notice was read");
  }

  /** What the producer wrote is on the topic. */
  private void written() {
    var records = producer.history();
    consumer.updateEndOffsets(Map.of(NOTICES, (long) records.size()));
    consumer.schedulePollTask(
        () -> {
          for (var offset = 0; offset < records.size(); offset++) {
            var record = records.get(offset);
            consumer.addRecord(
                new ConsumerRecord<>(NOTICES.topic(), 0, offset, record.key(), record.value()));
          }
        });
  }

  private static Notice notice(TenantId tenant, PersonId person, Status status) {
    return new Notice(
        new Notice.Key(tenant, 7, person), status, "<id@provider.example>", 2, Optional.of("550"));
  }

  private static MockConsumer<byte[], byte[]> consumer() {
    var consumer = new MockConsumer<byte[], byte[]>("earliest");
    var node = new Node(0, "localhost", 1);
    consumer.updatePartitions(
        NOTICES.topic(),
        List.of(new PartitionInfo(NOTICES.topic(), 0, node, new Node[] {node}, new Node[] {node})));
    consumer.updateBeginningOffsets(Map.of(NOTICES, 0L));
    consumer.updateEndOffsets(Map.of(NOTICES, 0L));
    return consumer;
  }
}
