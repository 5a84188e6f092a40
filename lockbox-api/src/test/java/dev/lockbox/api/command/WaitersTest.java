package dev.lockbox.api.command;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.History;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.events.message.LoggedCommand;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitersTest {
  private final Waiters waiters =
      new Waiters(new DecisionSettings(Duration.ofSeconds(1), 2), new SimpleMeterRegistry());
  private final History history = new History();
  private int commands;

  @BeforeEach
  void aRequestWaits() {
    history.register(CONTOSO, Samples.MEMBERSHIP);
    history.open(REQUEST, MORNING);
  }

  @Test
  void theVerdictOnACommandIsHeardByWhoeverGaveIt() {
    var approving = logged(approve().by(ANNA).as("mine").build(1));
    var waiting = wait(approving);
    var verdict = history.decide(approving, NOON).getFirst();
    waiters.heard(verdict);
    assertThat(waiting.verdict()).isCompletedWithValue(verdict);
  }

  @Test
  void aRefusalIsHeardByItsCommandAlone() {
    var first = logged(approve().by(ANNA).as("mine").build(7));
    var again = logged(approve().by(ANNA).as("mine").build(7));
    var waitingFirst = wait(first);
    var waitingAgain = wait(again);
    waiters.heard(history.decide(first, NOON).getFirst());
    assertThat(waitingFirst.verdict()).isDone();
    assertThat(waitingAgain.verdict()).isNotDone();
  }

  @Test
  void anAcceptanceIsHeardByEveryRepeatOfTheAttempt() {
    var first = logged(approve().by(ANNA).as("mine").build(1));
    var again = logged(approve().by(ANNA).as("mine").build(1));
    var waiting = wait(again);
    waiters.heard(history.decide(first, NOON).getFirst());
    assertThat(history.decide(again, NOON)).isEmpty();
    assertThat(waiting.verdict()).isDone();
  }

  @Test
  void anAcceptanceIsNotHeardByAnotherContentUnderTheSameId() {
    var first = logged(approve().by(ANNA).as("mine").build(1));
    var other = logged(deny().by(ANNA).as("mine").build(1));
    var waiting = wait(other);
    waiters.heard(history.decide(first, NOON).getFirst());
    assertThat(waiting.verdict()).isNotDone();
    waiters.heard(history.decide(other, NOON).getFirst());
    assertThat(waiting.verdict()).isDone();
  }

  @Test
  void aNarrowingIsNotYetTheVerdictThatComesWithIt() {
    var logged = logged(approve().onlyFor(Duration.ofHours(1)).build(1));
    var waiting = wait(logged);
    var events = history.decide(logged, NOON);
    assertThat(events).hasSize(2);
    waiters.heard(events.getFirst());
    assertThat(waiting.verdict()).isNotDone();
    waiters.heard(events.getLast());
    assertThat(waiting.verdict()).isCompletedWithValue(events.getLast());
  }

  @Test
  void theSessionsThatEndWithAGrantAreNotYetTheVerdictOnWhatEndsIt() {
    history.decide(logged(approve().build(1)), NOON);
    var logged = logged(deny().as("no").build(2));
    var waiting = wait(logged);
    var ended =
        new SessionEnded(
            new EngineerId(CONTOSO, EVA),
            NOON,
            Optional.empty(),
            new SessionId("s1"),
            REQUEST,
            SessionEnd.GRANT_ENDED);
    waiters.heard(new Recorded(4, 2, logged.id(), ended));
    assertThat(waiting.verdict()).isNotDone();
    var verdict = history.decide(logged, NOON).getLast();
    waiters.heard(verdict);
    assertThat(waiting.verdict()).isCompletedWithValue(verdict);
  }

  @Test
  void noMoreThanTheLimitWaitAndOneThatStopsMakesRoom() {
    var one = wait(logged(approve().as("1").build(1)));
    wait(logged(approve().as("2").build(1)));
    var third = logged(approve().as("3").build(1));
    assertThatThrownBy(() -> wait(third))
        .isInstanceOfSatisfying(
            ProblemException.class,
            full -> assertThat(full.problem().code()).isEqualTo(Code.TOO_MANY_WAITING));
    one.stop().run();
    one.stop().run();
    wait(third);
    assertThatThrownBy(() -> wait(logged(approve().as("4").build(1))))
        .isInstanceOf(ProblemException.class);
  }

  private Verdicts.Waiting wait(LoggedCommand logged) {
    var command = logged.command();
    var attempt = new Provenance(command.attempt().orElseThrow(), command.content());
    return waiters.await(logged, attempt);
  }

  private LoggedCommand logged(RequestCommand command) {
    return new LoggedCommand(new CommandId("logged-" + ++commands), command);
  }
}
