package dev.lockbox.adapter;

import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import dev.lockbox.service.Watched;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class StateReaderTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final TopicPartition OURS =
      new TopicPartition(
          Topics.STATE.name(), Topics.partitionOf(REQUEST.tenant(), Topics.STATE.partitions()));

  private final HandClock clock = new HandClock();
  private final Vitals vitals = new Vitals();
  private final Knowledge knowledge = new Knowledge(Duration.ofSeconds(10));
  private final Format<RequestSnapshot> format = Wire.formats().states();
  private MockConsumer<byte[], byte[]> consumer = consumer();
  private StateReader reader = reader(consumer);
  private long offset;

  @Test
  void whatStandsOnTheLogIsKnownOnceItIsReadToTheEnd() {
    reader.open();
    write(Story.active());
    consumer.updateEndOffsets(Map.of(OURS, 2L));
    reader.round();
    assertThat(knowledge.grants()).isEmpty();

    write(Story.over());
    reader.round();
    assertThat(known()).hasValueSatisfying(grant -> assertThat(grant.granted()).isEmpty());
    assertThat(knowledge.isCurrent(NOON)).isTrue();
  }

  @Test
  void theBrokerIsAskedForTheEndAgainAndAgain() {
    reader.open();
    reader.round();
    assertThat(knowledge.isCurrent(NOON)).isTrue();
    clock.advance(Duration.ofSeconds(20));
    assertThat(knowledge.isCurrent(clock.instant())).isFalse();
    reader.round();
    assertThat(knowledge.isCurrent(clock.instant())).isTrue();

    consumer.updateEndOffsets(Map.of(OURS, 1L));
    clock.advance(Duration.ofSeconds(20));
    reader.round();
    assertThat(knowledge.isCurrent(clock.instant())).as("there is more than it has read").isFalse();
  }

  @Test
  void whenKafkaDoesNotAnswerWhatWasReadGrowsOld() {
    reader.open();
    write(Story.active());
    reader.round();
    consumer.setOffsetsException(new KafkaException("nobody answers"));
    clock.advance(Duration.ofSeconds(11));
    assertThatExceptionOfType(KafkaException.class).isThrownBy(reader::round);
    assertThat(knowledge.isCurrent(clock.instant())).isFalse();
    assertThat(known()).isPresent();
  }

  @Test
  void aRecordThatNobodyCanReadGrantsNothingUntilTheNextOneOfItsKey() {
    reader.open();
    write(Story.active());
    write(REQUEST.toString().getBytes(StandardCharsets.UTF_8), new byte[] {9});
    reader.round();
    assertThat(known()).hasValueSatisfying(grant -> assertThat(grant.opens(NOON)).isFalse());
    assertThat(vitals.wrong().get(StateReader.UNREAD)).contains(REQUEST.toString());

    write(Story.active());
    reader.round();
    assertThat(known()).hasValueSatisfying(grant -> assertThat(grant.opens(NOON)).isTrue());
    assertThat(vitals.wrong()).doesNotContainKey(StateReader.UNREAD);
  }

  /** Or what was revoked since would be granted again while the older record is read anew. */
  @Test
  void anotherReaderBeginsAnewAndCountsOnceItIsAtTheEnd() {
    reader.open();
    write(Story.active());
    write(Story.over());
    reader.round();
    var before = knowledge.grants();

    consumer = consumer();
    reader = reader(consumer);
    reader.open();
    offset = 0;
    write(Story.active());
    consumer.updateEndOffsets(Map.of(OURS, 2L));
    reader.round();
    assertThat(knowledge.grants()).isEqualTo(before);
    assertThat(known()).hasValueSatisfying(grant -> assertThat(grant.granted()).isEmpty());
  }

  @Test
  void afterAnOutageAnotherReaderBegins() {
    var consumers = new CopyOnWriteArrayList<MockConsumer<byte[], byte[]>>();
    var reading =
        new Reading(
            () -> {
              consumers.add(consumer());
              return consumers.getLast();
            },
            one -> reader((MockConsumer<byte[], byte[]>) one),
            vitals,
            Duration.ofMillis(10));
    assertThat(vitals.wrong()).containsKey(Reading.CONDITION);
    var thread = Watched.start(Reading.CONDITION, vitals, reading);
    try {
      await().atMost(SOON).until(() -> knowledge.grants().isPresent());
      consumers.getFirst().setPollException(new KafkaException("nobody answers"));
      await().atMost(SOON).until(() -> consumers.size() == 2);
      assertThat(consumers.getFirst().closed()).isTrue();
    } finally {
      reading.stop();
      Watched.await(thread, SOON);
    }
  }

  private Optional<Grant> known() {
    return knowledge.grants().flatMap(grants -> grants.find(REQUEST));
  }

  private StateReader reader(MockConsumer<byte[], byte[]> over) {
    var states = new PatientReader<>(format, new RegistryPatience(vitals));
    return new StateReader(over, states, knowledge, vitals, clock);
  }

  private static MockConsumer<byte[], byte[]> consumer() {
    var mock = new MockConsumer<byte[], byte[]>("earliest");
    var node = Node.noNode();
    mock.updatePartitions(
        OURS.topic(),
        List.of(new PartitionInfo(OURS.topic(), OURS.partition(), node, new Node[0], new Node[0])));
    mock.updateBeginningOffsets(Map.of(OURS, 0L));
    mock.updateEndOffsets(Map.of(OURS, 0L));
    return mock;
  }

  /** The end of the partition is after it. */
  private void write(RequestSnapshot snapshot) {
    write(format.key(snapshot), format.value(snapshot));
  }

  private void write(byte[] key, byte[] value) {
    consumer.addRecord(
        new ConsumerRecord<>(
            OURS.topic(),
            OURS.partition(),
            offset++,
            NOON.toEpochMilli(),
            TimestampType.CREATE_TIME,
            key.length,
            value.length,
            key,
            value,
            new RecordHeaders(),
            Optional.empty()));
  }
}
