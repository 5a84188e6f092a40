package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the oracle makes of a clock that stands still, by hand. */
class StandstillTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant DUE = NOON.plus(Duration.ofHours(4));
  private static final Instant LATEST = DUE.plus(Duration.ofHours(2));
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final Standstill running = Standstill.none(DUE);

  @Test
  void aQuestionGivesAllTheTimeThatItsTenantLetsIt() {
    assertThat(running.asked(NOON, LATEST, true).due()).isEqualTo(LATEST);
    assertThat(running.asked(NOON, DUE, true)).isEqualTo(running);
    assertThat(running.asked(NOON, LATEST, false)).isEqualTo(running);
  }

  @Test
  void itsAnswerTakesBackWhatWasNotNeeded() {
    var paused = running.asked(NOON, LATEST, true);
    assertThat(paused.answered(NOON.plus(AN_HOUR))).isEqualTo(Standstill.none(DUE.plus(AN_HOUR)));
    assertThat(paused.answered(NOON.plus(AN_HOUR.multipliedBy(3))).due()).isEqualTo(LATEST);
    assertThat(paused.answered(NOON.minus(AN_HOUR)).due()).isEqualTo(DUE);
  }

  @Test
  void aSecondQuestionBeginsNothingAnewAndAThirdHasWhatIsLeft() {
    var paused = running.asked(NOON, LATEST, true);
    assertThat(paused.asked(NOON.plus(AN_HOUR), LATEST, true)).isEqualTo(paused);
    var again = paused.answered(NOON.plus(AN_HOUR)).asked(NOON.plus(AN_HOUR), LATEST, true);
    assertThat(again.due()).isEqualTo(LATEST);
    assertThat(again.answered(NOON.plus(AN_HOUR.multipliedBy(2))).due()).isEqualTo(LATEST);
  }
}
