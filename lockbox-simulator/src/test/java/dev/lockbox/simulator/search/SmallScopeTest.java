package dev.lockbox.simulator.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.bugs.BugBank;
import dev.lockbox.simulator.variant.Variant;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallScopeTest {
  @ParameterizedTest
  @EnumSource(Scope.class)
  void everythingWithinFourStepsIsAsTheOracleSays(Scope scope) {
    var result = SmallScope.search(Variant.SOUND, scope, 4, () -> false);
    assertThat(result.broken()).isEmpty();
    assertThat(result.depth()).isEqualTo(4);
    assertThat(result.isAll()).isFalse();
    assertThat(result.situations()).isGreaterThan(100);
    assertThat(result.steps()).isGreaterThan(result.situations());
  }

  @Test
  void aSearchThatIsToldToStopSaysHowFarItCame() {
    var result = SmallScope.search(Variant.SOUND, Scope.ANY_ONE, 64, () -> true);
    assertThat(result.isAll()).isFalse();
    assertThat(result.depth()).isZero();
  }

  @Test
  void swappedApproversSwappedRequestsAndAnotherDayAreAlike() {
    var moves = new Moves();
    var likeness = new Likeness(moves);
    var anna = reached(moves, Moves.ONE, Moves.ANNA, "2026-03-02T08:00:00Z");
    var ben = reached(moves, Moves.OTHER, Moves.BEN, "2026-05-05T05:00:00Z");
    assertThat(likeness.of(anna)).isEqualTo(likeness.of(ben));
    assertThat(likeness.of(anna)).isNotEqualTo(likeness.of(anna.at(anna.now().plusMillis(1))));
  }

  /** One request that is granted by this person, in a tenant of three. */
  private static Situation reached(Moves moves, RequestId request, PersonId by, String at) {
    var now = Instant.parse(at);
    var rules =
        new ApprovalRules(
            1,
            Set.of(Moves.ANNA, Moves.BEN, Moves.EVA),
            Set.of(),
            AccessLimits.DEFAULTS,
            Settings.DEFAULTS,
            Deployment.DEFAULTS);
    var situation = new Situation(now);
    for (var step = 0; step < 2; step++) {
      var state = situation.of(request);
      var isOpen = state.version() > 0;
      var move =
          moves.from(situation).stream()
              .map(Moves.Move::command)
              .filter(command -> command.request().equals(request))
              .filter(
                  command ->
                      isOpen
                          ? command instanceof Approve yes && yes.by().actor().equals(by)
                          : command instanceof OpenRequest)
              .findFirst()
              .orElseThrow();
      var yes =
          (Accepted<RequestEvent>) Decider.decide(state, move, Optional.of(rules), Moment.at(now));
      situation = situation.with(request, AccessRequest.evolve(state, yes.events().getFirst()));
    }
    return situation;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "approves-at-the-deadline",
        "rings-early",
        "engineer-approves",
        "denied-is-not-final",
        "approves-twice",
        "a-millisecond-more",
        "repeats-not-recognised"
      })
  void aDefectOfTheRulesIsFoundWithinFourSteps(String name) {
    var bug = BugBank.all().stream().filter(one -> one.name().equals(name)).findFirst();
    var result = SmallScope.search(bug.orElseThrow().variant(), Scope.ANY_ONE, 4, () -> false);
    assertThat(result.broken()).isPresent();
  }
}
