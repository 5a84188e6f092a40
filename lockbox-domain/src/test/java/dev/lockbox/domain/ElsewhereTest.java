package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.expired;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static dev.lockbox.domain.decision.Refusal.TOO_LATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.histories.RandomCommands;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** T8: neither zone nor language shows in what is decided, nor in the words of a refusal. */
class ElsewhereTest {
  private static final Duration MILLI = Duration.ofMillis(1);

  @Test
  void fourDaysAreNinetySixHoursWhereverAndWheneverClocksChange() throws Exception {
    Elsewhere.theSame(
        () -> {
          for (var turn : Elsewhere.CLOCKS_CHANGE) {
            var asked = turn.minus(Duration.ofHours(2));
            var decideBy = asked.plus(Duration.ofHours(96));
            var waiting =
                given().when(open(), asked).happened(opened().at(asked).decideBy(decideBy));
            waiting.when(enforceDeadline(), decideBy.minus(MILLI)).refused(NOT_DUE);
            waiting.when(approve(), decideBy).refused(TOO_LATE);
            waiting.when(enforceDeadline(), decideBy).happened(expired().at(decideBy));
          }
          return "the same";
        });
  }

  @Test
  void eightHoursAreEightWhereverAndWheneverClocksChange() throws Exception {
    Elsewhere.theSame(
        () -> {
          for (var turn : Elsewhere.CLOCKS_CHANGE) {
            var yes = turn.minus(Duration.ofHours(1));
            var over = yes.plus(Duration.ofHours(8));
            var open =
                given(opened().at(yes.minusSeconds(1)))
                    .when(approve(), yes)
                    .happened(approved().at(yes).accessUntil(over));
            open.when(enforceDeadline(), over.minus(MILLI)).refused(NOT_DUE);
            open.when(enforceDeadline(), over).happened(ended().at(over));
          }
          return "the same";
        });
  }

  @Test
  void hundredsOfCommandsHaveTheSameVerdictsInTheSameWords() throws Exception {
    Elsewhere.theSame(() -> told(7));
  }

  private static List<String> told(long seed) {
    var random = new SplittableRandom(seed);
    var commands = new RandomCommands(random);
    var rules = Optional.of(Registry.naming(Set.of(ANNA, BEN), AccessLimits.DEFAULTS));
    var told = new ArrayList<String>();
    AccessRequest state = AccessRequest.UNOPENED;
    for (var step = 0; step < 400; step++) {
      var turn = Elsewhere.CLOCKS_CHANGE.get(step % Elsewhere.CLOCKS_CHANGE.size());
      var at = Moment.at(turn.plusMillis(random.nextInt(400_000_000)));
      var decision = Decider.decide(state, commands.anyOf(REQUEST, state.version()), rules, at);
      told.add(decision.toString());
      if (decision instanceof Refused<RequestEvent> no) {
        told.add(no.detail());
      }
      if (decision instanceof Accepted<RequestEvent> yes) {
        for (var event : yes.events()) {
          state = AccessRequest.evolve(state, event);
        }
      }
      if (state instanceof AccessRequest.Closed) {
        state = AccessRequest.UNOPENED;
      }
    }
    return told;
  }

  /** The test of the tool: it does take the body elsewhere, it does compare, and it comes back. */
  @Test
  void whatIsNotTheSameIsFoundAndNothingStaysElsewhere() {
    var locale = Locale.getDefault();
    var zone = ZoneId.systemDefault();
    var times = new AtomicInteger();
    for (Elsewhere.Telling<String> different :
        List.<Elsewhere.Telling<String>>of(
            () -> "%d".formatted(1), // in Arabic, another digit
            () -> ZoneId.systemDefault().toString(),
            () -> "told " + times.incrementAndGet())) {
      assertThatThrownBy(() -> Elsewhere.theSame(different))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("in ");
    }
    assertThat(Locale.getDefault()).isEqualTo(locale);
    assertThat(ZoneId.systemDefault()).isEqualTo(zone);
  }
}
