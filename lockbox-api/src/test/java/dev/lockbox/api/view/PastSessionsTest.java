package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.History;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PastSessionsTest {
  private static final SessionId SESSION = new SessionId("s1");

  private final History history = new History();
  private final ViewRig rig = new ViewRig();
  private final View view = rig.view(() -> MORNING);
  private int told;

  private PastSessions looking(int events) {
    var chronicle = new Chronicle(view, rig, rig.reached());
    var hindsight = new Hindsight(view, rig, chronicle, () -> MORNING);
    return new PastSessions(view, rig, chronicle, hindsight, () -> MORNING, events);
  }

  /** What Eva began, and where she moved three times. */
  @BeforeEach
  void aSessionIsOpen() {
    rig.pipe(history.register(CONTOSO, Samples.MEMBERSHIP));
    rig.pipe(history.open(REQUEST, MORNING));
    rig.pipe(history.decide(approve().by(ANNA).build(1), MORNING));
    rig.pipe(
        history.decide(
            new StartSession(
                EVA_AT_CONTOSO,
                by(),
                SESSION,
                REQUEST,
                Optional.of(TARGET),
                Optional.empty(),
                CONNECTION),
            MORNING));
    for (var moved = 1; moved <= 3; moved++) {
      var move = new NoteActivity(EVA_AT_CONTOSO, by(), SESSION, REQUEST);
      rig.pipe(history.decide(move, MORNING.plusSeconds(moved)));
    }
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Attempt by() {
    return new Attempt(GATEWAY, new DecisionId("d-" + ++told));
  }

  /** The beginning, and the first of what happened after the instant. */
  @Test
  void looksAtNoMoreThanItMay() {
    assertThat(open(looking(2), MORNING)).singleElement().satisfies(this::isIdleAfterItBegan);
    refused(looking(1), MORNING, Code.TOO_MUCH_HAPPENED);
  }

  private void isIdleAfterItBegan(SessionJson shown) {
    assertThat(shown.id()).isEqualTo(SESSION.value());
    assertThat(shown.idleBy()).isEqualTo(MORNING.plus(Duration.parse(shown.idleAfter())));
  }

  @Test
  void whatIsToComeIsNotToldOf() {
    refused(looking(9), NOON, Code.INVALID_REQUEST);
  }

  @Test
  void beforeItBeganThereWasNone() {
    assertThat(open(looking(9), MORNING.minusMillis(1))).isEmpty();
    assertThat(open(looking(9), Instant.MIN)).isEmpty();
  }

  private static List<SessionJson> open(PastSessions past, Instant then) {
    return past.openSessions(CONTOSO, any -> true, new AsOf.Time(then));
  }

  private static void refused(PastSessions past, Instant then, Code code) {
    assertThatThrownBy(() -> open(past, then))
        .isInstanceOfSatisfying(
            ProblemException.class, no -> assertThat(no.problem().code()).isEqualTo(code));
  }
}
