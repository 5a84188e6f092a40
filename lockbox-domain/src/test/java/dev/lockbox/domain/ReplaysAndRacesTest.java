package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Commands.withdraw;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same commands again, and several at once (E1, E4, A5). */
class ReplaysAndRacesTest {
  private static final int RACES = 10_000;
  private static final Duration MONTH = Duration.ofDays(30);

  @Test
  void aThousandRepeatsOverAMonthGetTheFirstVerdict() {
    var over = given(opened().as("o"), approved().as("yes"), ended());
    for (var repeat = 0; repeat < 1_000; repeat++) {
      var at = NOON.plus(MONTH.multipliedBy(repeat).dividedBy(1_000));
      over.when(approve().as("yes").ifVersion(1), at).repeated(2);
    }
  }

  @Test
  void aStreamThatIsAppendedOnceMoreGrantsNothing() {
    var over = given(opened().as("o"), approved().as("yes"), ended());
    var later = NOON.plus(MONTH);
    over.when(open().as("o"), later)
        .repeated(1)
        .when(approve().as("yes").ifVersion(1), later)
        .repeated(2)
        .when(enforceDeadline(), later)
        .refused(NOT_DUE);
  }

  @Test
  void aYesAndANoAtOnceEndOnceAndLeaveNoAccess() {
    for (var race = 0; race < RACES; race++) {
      thenOneEnd(raced(new Random(race)));
    }
  }

  /** Two yesses, two nos, a withdrawal and repeats of all of them, in any order. */
  private static List<RequestEvent> raced(Random random) {
    var commands = new ArrayList<RequestCommand>();
    for (var copy = 0; copy < 2; copy++) {
      commands.add(approve().as("yes").build(1));
      commands.add(approve().by(BEN).as("yes").build(1));
      commands.add(deny().by(BEN).as("no").build(1));
      commands.add(revoke().by(ANNA).as("back").build(1));
      commands.add(withdraw().as("away").build(1));
    }
    Collections.shuffle(commands, random);
    commands.addFirst(open().as("o").build(0));

    var rules = Optional.of(Registry.naming(Set.of(ANNA, BEN), AccessLimits.DEFAULTS));
    var happened = new ArrayList<RequestEvent>();
    var at = MORNING;
    for (var command : commands) {
      at = at.plusMillis(random.nextInt(2));
      var before = Scenario.fold(happened);
      var decision = Decider.decide(before, command, rules, Moment.at(at));
      if (decision instanceof Accepted<RequestEvent> yes) {
        assertThat(before)
            .as("behind its end, %s", command)
            .isNotInstanceOf(AccessRequest.Closed.class);
        happened.addAll(yes.events());
        thenItIsRemembered(happened, command, rules, at);
      }
    }
    return happened;
  }

  private static void thenItIsRemembered(
      List<RequestEvent> happened,
      RequestCommand command,
      Optional<ApprovalRules> rules,
      Instant at) {
    var again = Decider.decide(Scenario.fold(happened), command, rules, Moment.at(at));
    assertThat(again).isInstanceOf(Repeated.class);
  }

  private static void thenOneEnd(List<RequestEvent> happened) {
    assertThat(Scenario.fold(happened))
        .isInstanceOfSatisfying(
            AccessRequest.Closed.class,
            closed -> {
              var isGranted =
                  happened.stream().anyMatch(RequestEvent.RequestApproved.class::isInstance);
              assertThat(closed.accessUntil().isPresent()).isEqualTo(isGranted);
              assertThat(closed.accessUntil().orElse(closed.closedAt()))
                  .isBeforeOrEqualTo(closed.closedAt());
            });
    assertThat(happened).hasSizeBetween(2, 3);
  }
}
