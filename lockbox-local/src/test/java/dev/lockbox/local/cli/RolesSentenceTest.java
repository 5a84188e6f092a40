package dev.lockbox.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolesSentenceTest {
  @Test
  void whatHappenedIsSaidInALine() {
    var said =
        Samples.events().stream()
            .map(sample -> sample.event())
            .filter(RolesEvent.class::isInstance)
            .map(event -> RolesSentence.of(recorded(event)))
            .toList();
    assertThat(said)
        .containsExactlyInAnyOrder(
            "role support-leads: version 7 holds",
            "role support-leads: withdrawn",
            "engineer eva: version 7 holds",
            "engineer eva: asks for support-leads in version 7; mona decides by"
                + " 2026-03-16T08:00:00Z",
            "engineer eva: member of support-leads until 2026-05-01T08:00:00Z",
            "engineer eva: support-leads is denied",
            "engineer eva: no member of support-leads",
            "engineer eva: nobody decided on support-leads in time",
            "engineer eva: no member of support-leads any more");
  }

  @Test
  void whatStandsAlreadyIsSaidTo() {
    var same =
        new CommandRefused(
            Cast.CONTOSO,
            Optional.empty(),
            Cast.NOON,
            new Attempt(Cast.CARLA, new DecisionId("d-1")),
            "DefineRole",
            Refusal.NOTHING_TO_CHANGE,
            "role support-leads stands so already, at version 7");
    assertThat(RolesSentence.of(recorded(same)))
        .isEqualTo("role support-leads stands so already, at version 7");
  }

  @Test
  void whatIsNoAnswerIsNotTakenForOne() {
    var other =
        Samples.events().stream()
            .map(sample -> sample.event())
            .filter(event -> !(event instanceof RolesEvent))
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(() -> RolesSentence.of(recorded(other)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Recorded recorded(Event event) {
    return new Recorded(70, 7, new CommandId("c-1"), event);
  }
}
