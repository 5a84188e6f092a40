package dev.lockbox.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.service.Vitals;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatchUpTest {
  private final Vitals vitals = new Vitals();
  private final CatchUp catchUp = new CatchUp(vitals);

  @Test
  void isNotReadyBeforeItIsKnownHowFarToGo() {
    catchUp.folded(0, 100);
    assertThat(catchUp.isDone()).isFalse();
    assertThat(vitals.wrong()).containsKey("view");
  }

  @Test
  void isReadyOnceEveryPartitionIsFolded() {
    catchUp.expect(Map.of(0, 10L, 1, 5L, 2, 0L), Map.of(0, 7L));
    assertThat(catchUp.lagRecords()).isEqualTo(8);
    catchUp.folded(0, 10);
    assertThat(catchUp.isDone()).isFalse();
    assertThat(vitals.wrong().get("view")).contains("5 offsets to go");
    catchUp.folded(1, 5);
    assertThat(catchUp.isDone()).isTrue();
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void aRestartWithNothingNewIsReadyAtOnce() {
    catchUp.expect(Map.of(0, 10L), Map.of(0, 12L));
    assertThat(catchUp.isDone()).isTrue();
  }

  @Test
  void staysReadyWhileNewEventsComeAndTellsTheLag() {
    catchUp.expect(Map.of(), Map.of());
    catchUp.seen(0, 3);
    assertThat(catchUp.isDone()).isTrue();
    assertThat(catchUp.lagRecords()).isEqualTo(3);
    catchUp.folded(0, 3);
    assertThat(catchUp.lagRecords()).isZero();
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
}
