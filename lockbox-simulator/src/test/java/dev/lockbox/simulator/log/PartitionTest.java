package dev.lockbox.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Brokers brokers = new Brokers(NOON, 2);
  private final Partition<String> letters = new Partition<>("letters-0", brokers);
  private final Partition<String> numbers = new Partition<>("numbers-0", brokers);
  private final Group group = new Group(true);
  private final Coordinator coordinator = new Coordinator(group);

  private static List<String> read(Partition<String> partition) {
    return partition.committed(0).stream().map(Entry::value).toList();
  }

  @Test
  void whatIsUncommittedIsSeenByNobodyAndHoldsBackWhatComesBehindIt() {
    letters.append("a");
    var producer = coordinator.begin("one");
    producer.append(letters, "b");
    letters.append("c");

    assertThat(read(letters)).containsExactly("a");
    assertThat(letters.uncommitted(0)).hasSize(3);
    assertThat(letters.settled(0)).extracting(Entry::value).containsExactly("a", "c");
    producer.commit();
    assertThat(read(letters)).containsExactly("a", "b", "c");
  }

  @Test
  void aTransactionIsCommittedOnAllPartitionsOrNone() {
    var producer = coordinator.begin("one");
    producer.append(letters, "a");
    producer.append(numbers, "1");
    producer.abort();
    producer.append(letters, "b");
    producer.append(numbers, "2");
    producer.commit();

    assertThat(read(letters)).containsExactly("b");
    assertThat(read(numbers)).containsExactly("2");
  }

  @Test
  void theMarkerOfATransactionTakesAnOffset() {
    var producer = coordinator.begin("one");
    producer.append(letters, "a");
    producer.commit();
    assertThat(letters.append("b")).isEqualTo(2);
  }

  @Test
  void aLaterEpochFencesTheEarlierAndUndoesWhatItHadOpen() {
    var zombie = coordinator.begin("one");
    zombie.append(letters, "a");
    coordinator.begin("one").append(letters, "b");

    assertThatThrownBy(zombie::commit).isInstanceOf(Fenced.class);
    assertThatThrownBy(() -> zombie.append(letters, "c")).isInstanceOf(Fenced.class);
    assertThat(letters.settled(0)).isEmpty();
  }

  @Test
  void aMemberOfAnEarlierGenerationCannotCommitOffsets() {
    var member = coordinator.begin("one");
    var generation = group.nextGeneration();
    group.nextGeneration();
    assertThatThrownBy(() -> member.note(generation, Map.of("task", 3L)))
        .isInstanceOf(Fenced.class);
  }

  @Test
  void offsetsAreStableOnlyWhenTheirTransactionIsOver() {
    var generation = group.nextGeneration();
    var member = coordinator.begin("one");
    member.note(generation, Map.of("task", 3L));

    assertThat(group.stableOffset("task")).isEmpty();
    assertThat(group.stableOffset("other")).contains(0L);
    member.commit();
    assertThat(group.stableOffset("task")).contains(3L);
  }

  @Test
  void aTransactionThatNobodyEndsIsGivenUpAndItsOffsetsAreNotMoved() {
    var member = coordinator.begin("one");
    member.append(letters, "a");
    member.note(group.nextGeneration(), Map.of("task", 3L));
    coordinator.timeOut();

    assertThat(group.stableOffset("task")).contains(0L);
    assertThat(letters.isSettled()).isTrue();
    assertThatThrownBy(member::commit).isInstanceOf(Fenced.class);
  }

  @Test
  void recordsAreStampedByTheirLeadersClock() {
    brokers.set(1, Duration.ofHours(-1));
    letters.append("a");
    letters.lead(1);
    letters.append("b");
    brokers.pass(Duration.ofMinutes(1));
    letters.append("c");

    assertThat(letters.committed(0))
        .extracting(Entry::at)
        .containsExactly(
            NOON,
            NOON.minus(Duration.ofHours(1)),
            NOON.minus(Duration.ofHours(1)).plus(Duration.ofMinutes(1)));
  }

  @Test
  void compactionKeepsTheLastCommittedRecordOfEachKey() {
    letters.append("a1");
    letters.append("b1");
    letters.append("a2");
    coordinator.begin("one").append(letters, "a3");
    letters.compact(value -> value.charAt(0));

    assertThat(letters.settled(0)).extracting(Entry::value).containsExactly("b1", "a2");
  }
}
