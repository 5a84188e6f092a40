package dev.lockbox.notifier;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.Notice.Status;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  private static final String ANNA = "anna@contoso.example";
  private static final String BEN = "ben@contoso.example";
  private static final TopicPartition OURS =
      new TopicPartition(
          Topics.EVENTS.name(), Topics.partitionOf(CONTOSO, Topics.EVENTS.partitions()));
  private static final TopicPartition OTHERS =
      new TopicPartition(Topics.EVENTS.name(), (OURS.partition() + 1) % Topics.EVENTS.partitions());

  private final Format<Recorded> format = Wire.formats().events();
  private final List<byte[]> log = new ArrayList<>();
  private final Story story = Story.contoso().request(opened());
  private Desk desk = new Desk();
  private GroupMember consumer = consumer();
  private EventReader reader = reader();

  @Test
  void whatHappensIsToldAndOnlyThenCommitted() {
    append(story.entries());
    start(OptionalLong.empty());
    reader.round();

    assertThat(desk.memory.statuses())
        .isEqualTo(Map.of("anna", Status.PENDING, "ben", Status.PENDING));
    assertThat(committed()).isEqualTo(2);
    desk.look();
    assertThat(desk.got()).containsExactly(ANNA, BEN);
  }

  @Test
  void whatIsNotRememberedIsNotCommitted() {
    append(story.entries());
    start(OptionalLong.empty());
    desk.memory.breakDown();

    assertThatExceptionOfType(MemoryUnwritten.class).isThrownBy(reader::round);
    assertThat(consumer.committed(Set.of(OURS))).doesNotContainKey(OURS);
  }

  @Test
  void whatWasCommittedIsFoldedAndNotTold() {
    append(story.entries());
    start(OptionalLong.of(2));
    reader.round();
    desk.look();

    assertThat(desk.memory.statuses()).isEmpty();
    assertThat(desk.history.members(CONTOSO)).contains(Samples.MEMBERSHIP);
    assertThat(reader.hasCaughtUp()).isTrue();
  }

  @Test
  void whatCameMeanwhileIsToldFromWhatWasFolded() {
    append(story.entries());
    append(story.add(given(opened(), denied()).history().getLast(), 2).last());
    start(OptionalLong.of(2));
    reader.round();
    desk.look();

    assertThat(desk.got()).containsExactly(ANNA, BEN, "eva@provider.example");
    assertThat(committed()).isEqualTo(3);
  }

  @Test
  void killedBeforeTheCommitEachIsStillToldOnce() {
    append(story.entries());
    start(OptionalLong.empty());
    reader.round();
    desk.look();

    startAnew(OptionalLong.empty());
    reader.round();
    desk.look();

    assertThat(desk.got()).containsExactly(ANNA, BEN);
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void killedAfterTheCommitWhatIsOwedIsStillMailed() {
    append(story.entries());
    start(OptionalLong.empty());
    reader.round();

    startAnew(OptionalLong.of(2));
    reader.round();
    desk.look();

    assertThat(desk.got()).containsExactly(ANNA, BEN);
  }

  @Test
  void resetToEarliestNothingIsMailedAgain() {
    append(story.entries());
    start(OptionalLong.empty());
    reader.round();
    desk.look();

    startAnew(OptionalLong.of(0));
    reader.round();
    desk.look();

    assertThat(desk.got()).containsExactly(ANNA, BEN);
  }

  @Test
  void whatIsOwedWaitsUntilItIsKnownWhoIsWhere() {
    append(story.entries());
    start(OptionalLong.empty());
    reader.round();
    append(story.approversNow(Samples.BEN_MEMBER).last());

    startAnew(OptionalLong.of(3));
    consumer.setMaxPollRecords(2);
    reader.round();
    desk.look();
    assertThat(reader.hasCaughtUp()).isFalse();
    assertThat(desk.got()).isEmpty();

    reader.round();
    desk.look();
    assertThat(desk.got()).as("anna has left").containsExactly(BEN);
  }

  @Test
  void aPartitionThatIsTakenAwayIsForgottenAndOneThatComesBackIsReadAnew() {
    append(story.entries());
    start(OptionalLong.empty());
    reader.round();

    consumer.rebalance(List.of(OTHERS));
    consumer.updateBeginningOffsets(Map.of(OTHERS, 0L));
    reader.round();
    desk.look();
    assertThat(desk.got()).as("somebody else owes it now").isEmpty();
    assertThat(desk.history.members(CONTOSO)).isEmpty();

    consumer.rebalance(List.of(OTHERS, OURS));
    consumer.commitSync(Map.of(OURS, new OffsetAndMetadata(2)));
    offer(0);
    reader.round();
    reader.round();
    desk.look();
    assertThat(desk.got()).containsExactly(ANNA, BEN);
  }

  @Test
  void aRebalanceUnderWayPutsTheCommitOff() {
    append(story.entries());
    start(OptionalLong.empty());
    consumer.sharing = true;
    reader.round();
    assertThat(consumer.committed(Set.of(OURS))).doesNotContainKey(OURS);

    consumer.sharing = false;
    reader.round();
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void whatNobodyCanReadStopsEverything() {
    append(story.entries());
    log.add(new byte[] {9, 9, 9});
    start(OptionalLong.empty());

    assertThatExceptionOfType(BrokenLog.class)
        .isThrownBy(reader::round)
        .withMessageContaining("at offset 2 cannot be read");
    assertThat(consumer.committed(Set.of(OURS))).doesNotContainKey(OURS);
  }

  @Test
  void aGapStopsEverything() {
    append(story.entries().get(0));
    append(story.add(given(denied()).history().getFirst(), 2).last());
    start(OptionalLong.empty());

    assertThatExceptionOfType(ImpossibleHistory.class).isThrownBy(reader::round);
  }

  @Test
  void aLogThatEndsBeforeWhatWasToldStopsEverything() {
    append(story.entries());
    join(OptionalLong.of(7));

    assertThatExceptionOfType(BrokenLog.class)
        .isThrownBy(reader::round)
        .withMessageContaining("told up to 7 and ends at 2");
  }

  private void append(List<Recorded> entries) {
    entries.forEach(this::append);
  }

  private void append(Recorded entry) {
    log.add(format.value(entry));
  }

  private void join(OptionalLong committed) {
    reader.open();
    consumer.rebalance(List.of(OURS));
    committed.ifPresent(offset -> consumer.commitSync(Map.of(OURS, new OffsetAndMetadata(offset))));
    offer(0);
  }

  /** The round in which a partition is taken over brings nothing of it yet. */
  private void start(OptionalLong committed) {
    join(committed);
    reader.round();
  }

  /** Another process: what the last one held in memory is gone. */
  private void startAnew(OptionalLong committed) {
    desk = desk.reborn();
    consumer = consumer();
    reader = reader();
    start(committed);
  }

  private void offer(int from) {
    consumer.updateEndOffsets(Map.of(OURS, (long) log.size()));
    for (var offset = from; offset < log.size(); offset++) {
      consumer.addRecord(
          new ConsumerRecord<>(
              OURS.topic(), OURS.partition(), offset, format.key(story.last()), log.get(offset)));
    }
  }

  private long committed() {
    return consumer.committed(Set.of(OURS)).get(OURS).offset();
  }

  private EventReader reader() {
    return new EventReader(
        consumer,
        new PatientReader<>(format, new RegistryPatience(new Vitals())),
        desk.history,
        desk.whoToTell,
        desk.outbox);
  }

  private static GroupMember consumer() {
    var consumer = new GroupMember();
    var node = new Node(0, "localhost", 1);
    consumer.updatePartitions(
        OURS.topic(),
        List.of(
            new PartitionInfo(
                OURS.topic(), OURS.partition(), node, new Node[] {node}, new Node[] {node})));
    consumer.updateBeginningOffsets(Map.of(OURS, 0L, OTHERS, 0L));
    consumer.updateEndOffsets(Map.of(OURS, 0L, OTHERS, 0L));
    return consumer;
  }

  /** A consumer that cannot commit while its group is shared out anew. */
  private static final class GroupMember extends MockConsumer<byte[], byte[]> {
    private boolean sharing;

    private GroupMember() {
      super("earliest");
    }

    @Override
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
      if (sharing) {
        throw new RebalanceInProgressException("shared out anew");
      }
      super.commitSync(offsets);
    }
  }
}
