package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.EDITOR_MUST_WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.rules.Separation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who edits the rules does not approve under them at once (F136). */
class SeparationTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void whoChangedTheRulesSaysNoYesForAWhile() {
    given(opened().at(NOON))
        .waitingUntil(ANNA, NOON.plus(HOUR))
        .when(approve(), NOON.plus(HOUR).minus(Cast.TICK))
        .refused(EDITOR_MUST_WAIT)
        .when(approve().as("again"), NOON.plus(HOUR))
        .happened(approved().through(approve().as("again")).at(NOON.plus(HOUR)));
  }

  @Test
  void aNoNeedsNoWaiting() {
    given(opened().at(NOON))
        .waitingUntil(ANNA, NOON.plus(HOUR))
        .when(deny(), NOON.plus(Cast.TICK))
        .happened(denied().at(NOON.plus(Cast.TICK)));
  }

  @Test
  void othersNeedNotWait() {
    given(opened()).waitingUntil(CARLA, NOON.plus(HOUR)).when(approve()).happened(approved());
  }

  @Test
  void theWaitIsBounded() {
    assertThatThrownBy(() -> new Separation(Duration.ofDays(31)))
        .hasMessageContaining("was PT744H");
    assertThatThrownBy(() -> new Separation(Duration.ofNanos(1))).hasMessageContaining("whole");
    assertThatThrownBy(() -> new Separation(HOUR.negated())).hasMessageContaining("from PT0S");
    assertThat(new Separation(HOUR).orLonger(Separation.NONE)).isEqualTo(HOUR);
    assertThat(Separation.NONE.orLonger(new Separation(HOUR))).isEqualTo(HOUR);
  }
}
