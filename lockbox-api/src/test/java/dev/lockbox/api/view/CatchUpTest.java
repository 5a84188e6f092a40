package dev.lockbox.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.service.Vitals;
import org.junit.jupiter.api.Test;

class CatchUpTest {
  private final Vitals vitals = new Vitals();
  private final CatchUp catchUp = new CatchUp(vitals);

  @Test
  void isNotReadyBeforeItIsKnownHowFarToGo() {
    var here = catchUp.arrived(0);
    catchUp.folded(here, 100);
    assertThat(catchUp.isDone(0)).isFalse();
    assertThat(catchUp.folded(0)).isZero();
    assertThat(vitals.wrong()).containsKey("view");
    assertThat(catchUp.unsettled()).containsExactly(here);
  }

  @Test
  void eachPartitionIsReadyOnceItIsFolded() {
    heardUpTo(0, 10, 12);
    heardUpTo(1, 5, 5);
    var first = catchUp.arrived(0);
    var second = catchUp.arrived(1);
    catchUp.settled(first, 7, 12);
    catchUp.settled(second, 0, 5);
    assertThat(catchUp.lagRecords()).isEqualTo(8);
    catchUp.folded(first, 10);
    catchUp.look();
    assertThat(catchUp.isDone(0)).isTrue();
    assertThat(catchUp.isDone(1)).isFalse();
    assertThat(vitals.wrong().get("view")).contains("5 offsets to go");
    catchUp.folded(second, 5);
    catchUp.look();
    assertThat(catchUp.isDone(1)).isTrue();
    assertThat(vitals.wrong()).isEmpty();
  }

  /** Between the start of Kafka Streams and the next look, others would be sent here. */
  @Test
  void aPartitionThatComesMakesItUnreadyAtOnce() {
    catchUp.look();
    assertThat(vitals.wrong()).isEmpty();
    catchUp.arrived(0);
    assertThat(vitals.wrong()).containsKey("view");
  }

  @Test
  void aRestartWithNothingNewIsReadyAtOnce() {
    heardUpTo(0, 10, 12);
    catchUp.settled(catchUp.arrived(0), 12, 12);
    assertThat(catchUp.isDone(0)).isTrue();
  }

  @Test
  void staysReadyWhileNewEventsComeAndTellsTheLag() {
    heardUpTo(0, 0, 0);
    var here = catchUp.arrived(0);
    catchUp.settled(here, 0, 0);
    assertThat(catchUp.isDone(0)).isTrue();
    catchUp.seen(0, 3);
    assertThat(catchUp.isDone(0)).isTrue();
    assertThat(catchUp.lagRecords()).isEqualTo(3);
    catchUp.folded(here, 3);
    assertThat(catchUp.lagRecords()).isZero();
  }

  /** What was written before it came may be heard of later than it comes. */
  @Test
  void isNotReadyBeforeEverythingIsHeardOfThatWasThereWhenItCame() {
    heardUpTo(0, 3, 4);
    var here = catchUp.arrived(0);
    catchUp.settled(here, 4, 9);
    assertThat(catchUp.isDone(0)).isFalse();
    heardUpTo(0, 8, 9);
    assertThat(catchUp.isDone(0)).isFalse();
    catchUp.folded(here, 8);
    assertThat(catchUp.isDone(0)).isTrue();
  }

  @Test
  void whatHasLeftIsNotHereAndWhatComesBackBeginsAnew() {
    heardUpTo(0, 10, 10);
    var first = catchUp.arrived(0);
    catchUp.settled(first, 10, 10);
    catchUp.departed(first);
    assertThat(catchUp.isDone(0)).isFalse();
    assertThat(catchUp.lagRecords()).as("another's").isZero();
    var second = catchUp.arrived(0);
    catchUp.departed(first);
    assertThat(catchUp.isDone(0)).isFalse();
    catchUp.settled(second, 10, 10);
    assertThat(catchUp.isDone(0)).isTrue();
  }

  /** It passes on what is asked of it. */
  @Test
  void whoeverHasNothingIsWell() {
    catchUp.look();
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void whatIsTheLastRecordBeforeAnOffsetIsKnownOnceAllBeforeItWasHeard() {
    catchUp.seen(0, 10);
    assertThat(catchUp.lastBefore(0, 12)).isEmpty();
    catchUp.heard(0, 11);
    assertThat(catchUp.lastBefore(0, 12)).isEmpty();
    catchUp.heard(0, 12);
    assertThat(catchUp.lastBefore(0, 12)).hasValue(10);
    assertThat(catchUp.lastBefore(1, 0)).hasValue(0);
  }

  private void heardUpTo(int partition, long last, long position) {
    catchUp.seen(partition, last);
    catchUp.heard(partition, position);
  }
}
