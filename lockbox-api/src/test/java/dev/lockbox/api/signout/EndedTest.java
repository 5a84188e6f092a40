package dev.lockbox.api.signout;

import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndedTest {
  private final Ended ended = new Ended(3);

  @Test
  void knowsWhatWasEndedAndNothingElse() {
    ended.add("a", at(10), MORNING);
    assertThat(ended.has("a", at(10))).isTrue();
    assertThat(ended.has("b", at(10))).isFalse();
  }

  @Test
  void forgetsWhatWouldBeOverByNow() {
    ended.add("a", at(10), MORNING);
    ended.add("b", at(20), at(10));
    assertThat(ended.size()).isEqualTo(1);
    assertThat(ended.has("b", at(20))).isTrue();
  }

  @Test
  void whatIsToldTwiceCountsForTheLongerTime() {
    ended.add("a", at(20), MORNING);
    ended.add("a", at(10), MORNING);
    ended.add("b", at(40), at(15));
    assertThat(ended.has("a", at(20))).isTrue();
    assertThat(ended.size()).isEqualTo(2);
  }

  @Test
  void whereThereIsNoMoreRoomNoneThatWasEndedCountsAgain() {
    for (var one : new int[] {50, 10, 40, 20, 30}) {
      ended.add("s" + one, at(one), MORNING);
    }
    assertThat(ended.size()).isEqualTo(3);
    for (var one : new int[] {10, 20, 30, 40, 50}) {
      assertThat(ended.has("s" + one, at(one))).isTrue();
    }
    assertThat(ended.has("older", at(20))).as("signs in again").isTrue();
    assertThat(ended.has("younger", at(21))).isFalse();
  }

  @Test
  void allThatHadBegunCanBeEnded() {
    ended.addAll(at(20));
    ended.addAll(at(10));
    assertThat(ended.has("a", at(20))).isTrue();
    assertThat(ended.has("a", at(21))).isFalse();
  }

  private static Instant at(int minute) {
    return MORNING.plusSeconds(60L * minute);
  }
}
