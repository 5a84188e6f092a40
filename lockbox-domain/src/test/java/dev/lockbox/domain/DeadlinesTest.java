package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.JUST_AFTER_NOON;
import static dev.lockbox.domain.Cast.JUST_BEFORE_NOON;
import static dev.lockbox.domain.Cast.LONG_AFTER_NOON;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.cancelled;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.expired;
import static dev.lockbox.domain.Events.faulted;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Closed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  @Test
  void aRequestNobodyDecidedExpiresAtItsDeadlineAndNotBefore() {
    var waiting = given(opened().decideBy(NOON));
    waiting.when(enforceDeadline(), JUST_BEFORE_NOON).refused(NOT_DUE);
    waiting.when(enforceDeadline(), NOON).happened(expired());
    waiting.when(enforceDeadline(), JUST_AFTER_NOON).happened(expired());
    waiting.when(enforceDeadline(), LONG_AFTER_NOON).happened(expired());
  }

  @Test
  void aGrantEndsWhenItsTimeIsUpAndNotBefore() {
    var granted = given(opened(), approved().accessUntil(NOON));
    granted.when(enforceDeadline(), JUST_BEFORE_NOON).refused(NOT_DUE);
    granted.when(enforceDeadline(), NOON).happened(ended());
    granted.when(enforceDeadline(), JUST_AFTER_NOON).happened(ended());
  }

  @Test
  void anAlarmForTheWaitingDoesNotEndTheGrantThatCameBeforeIt() {
    given(opened().decideBy(NOON), approved().at(JUST_BEFORE_NOON).accessUntil(LONG_AFTER_NOON))
        .when(enforceDeadline(), NOON)
        .refused(NOT_DUE);
  }

  @Test
  void aLateAlarmGivesNoLongerAccess() {
    var late =
        given(opened(), approved().accessUntil(NOON))
            .when(enforceDeadline(), LONG_AFTER_NOON)
            .happened(ended());
    assertThat(((Closed) late.state()).accessUntil()).contains(NOON);
  }

  @Test
  void ringingTwiceIsHarmless() {
    given(opened().decideBy(NOON))
        .when(enforceDeadline(), NOON)
        .happened(expired())
        .when(enforceDeadline(), NOON)
        .refused(NOT_DUE);
  }

  @Test
  void anAlarmForWhatIsNotOpenIsRefused() {
    given().when(enforceDeadline(), NOON).refused(NOT_DUE);
    given(opened(), denied()).when(enforceDeadline(), LONG_AFTER_NOON).refused(NOT_DUE);
    given(cancelled()).when(enforceDeadline(), LONG_AFTER_NOON).refused(NOT_DUE);
    given(opened(), faulted()).when(enforceDeadline(), LONG_AFTER_NOON).refused(NOT_DUE);
  }

  /** In the night to 29 March 2026 Europe's clocks skip an hour; instants do not. */
  @Test
  void fourDaysAndEightHoursAreExactOverAChangeOfTheClocks() {
    given()
        .when(open(), Instant.parse("2026-03-27T12:00:00Z"))
        .happened(opened().decideBy(Instant.parse("2026-03-31T12:00:00Z")));
    given(opened().at(Instant.parse("2026-03-28T12:00:00Z")))
        .when(approve(), Instant.parse("2026-03-28T23:30:00Z"))
        .happened(approved().accessUntil(Instant.parse("2026-03-29T07:30:00Z")));
  }

  @Test
  void anAlarmNeedsNoRegistry() {
    given(opened().decideBy(NOON))
        .tenantUnknown()
        .when(enforceDeadline(), NOON)
        .happened(expired());
  }

  @Test
  void theDeadlineIsWhatTheEventsSay() {
    assertThat(given().state().deadline()).isEmpty();
    assertThat(given(opened().decideBy(NOON)).state().deadline()).contains(NOON);
    assertThat(given(opened(), approved().accessUntil(NOON)).state().deadline()).contains(NOON);
    assertThat(given(opened(), denied()).state().deadline()).isEmpty();
    assertThat(given(opened(), faulted()).state().deadline()).isEmpty();
  }
}
