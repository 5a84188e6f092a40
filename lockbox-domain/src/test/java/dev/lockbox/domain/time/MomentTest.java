package dev.lockbox.domain.time;

import static dev.lockbox.domain.Cast.JUST_AFTER_NOON;
import static dev.lockbox.domain.Cast.JUST_BEFORE_NOON;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MomentTest {
  @Test
  void exactlyAtTheDeadlineItHasPassed() {
    assertThat(Moment.at(NOON).isPast(JUST_BEFORE_NOON)).isTrue();
    assertThat(Moment.at(NOON).isPast(NOON)).isTrue();
    assertThat(Moment.at(NOON).isPast(JUST_AFTER_NOON)).isFalse();
  }

  @Test
  void aSuspectClockMakesNobodyLate() {
    var suspect = new Moment(NOON, NOON, true, false);
    assertThat(suspect.isPast(NOON)).isTrue();
    assertThat(suspect.isSurelyPast(NOON)).isFalse();
    assertThat(Moment.at(NOON).isSurelyPast(NOON)).isTrue();
  }

  @Test
  void effectiveTimeIsNeverTheEarlierOne() {
    assertThatThrownBy(() -> new Moment(NOON, JUST_BEFORE_NOON, false, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
