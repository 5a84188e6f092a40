package dev.lockbox.domain.session;

import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.SessionSamples.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.Posture;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a device is known for every customer, whatever is told of it and in whatever order. */
class ExaminedTest {
  private static final Instant LATER = NOON.plusMillis(1);

  @Test
  void whatIsToldFirstIsKnown() {
    assertThat(Examined.after(Optional.empty(), told(true, NOON)))
        .contains(new Examined(true, NOON));
    assertThat(Examined.after(Optional.empty(), told(false, NOON)))
        .contains(new Examined(false, NOON));
  }

  @Test
  void theLaterExaminationCounts() {
    assertThat(known(false, NOON, told(true, LATER))).contains(new Examined(true, LATER));
    assertThat(known(true, NOON, told(false, LATER))).contains(new Examined(false, LATER));
    assertThat(known(false, NOON, told(false, LATER))).contains(new Examined(false, LATER));
  }

  @Test
  void anEarlierOneChangesNothingHoweverLateItIsTold() {
    assertThat(known(false, LATER, told(true, NOON))).isEmpty();
    assertThat(known(true, LATER, told(false, NOON))).isEmpty();
  }

  @Test
  void ofTwoOfOneMomentTheOneThatBarsCounts() {
    assertThat(known(true, NOON, told(false, NOON))).contains(new Examined(false, NOON));
    assertThat(known(false, NOON, told(true, NOON))).isEmpty();
  }

  @Test
  void theSameAgainIsNoNews() {
    assertThat(known(false, NOON, told(false, NOON))).isEmpty();
    assertThat(known(true, NOON, told(true, NOON))).isEmpty();
  }

  @Test
  void nobodyExaminesADeviceBeforehand() {
    assertThat(told(true, LATER).by(NOON)).isEqualTo(told(true, NOON));
    assertThat(told(true, NOON).by(NOON)).isEqualTo(told(true, NOON));
    assertThat(told(true, NOON).by(LATER)).isEqualTo(told(true, NOON));
  }

  /** By a log whose clock is behind, so that what was told before does not outdo it. */
  @Test
  void thatADeviceIsWantingIsBelievedOfADayToCome() {
    var tomorrow = NOON.plus(Posture.AHEAD_MAX);
    assertThat(told(false, tomorrow).by(NOON)).isEqualTo(told(false, tomorrow));
    assertThat(told(false, tomorrow.plusMillis(1)).by(NOON)).isEqualTo(told(false, tomorrow));
  }

  @Test
  void itIsWithinAMillisecond() {
    assertThatThrownBy(() -> told(true, NOON.plusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("examinedAt");
  }

  private static Optional<Examined> known(boolean compliant, Instant at, Posture told) {
    return Examined.after(Optional.of(new Examined(compliant, at)), told);
  }

  private static Posture told(boolean compliant, Instant examinedAt) {
    var by = new Attempt(new PersonId("gateway-1"), new DecisionId("posture-1"));
    return new Posture(DEVICE, by, compliant, examinedAt);
  }
}
