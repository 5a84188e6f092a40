package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.JUST_BEFORE_NOON;
import static dev.lockbox.domain.Cast.LONG_AFTER_NOON;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.finish;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.faulted;
import static dev.lockbox.domain.Events.finished;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.CLOSED_BEFORE_OPENED;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static dev.lockbox.domain.decision.Refusal.NOT_THE_ENGINEER;
import static dev.lockbox.domain.decision.Refusal.REQUEST_FAULTED;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.time.Moment;
import org.junit.jupiter.api.Test;

/** An engineer who is done gives access back. */
class FinishingTest {
  @Test
  void anEngineerWhoIsDoneEndsAccessBeforeItsTime() {
    var done =
        given(opened(), approved().accessUntil(NOON))
            .when(finish(), JUST_BEFORE_NOON)
            .happened(finished());
    var closed = (Closed) done.state();
    assertThat(closed.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(closed.accessUntil()).contains(JUST_BEFORE_NOON);
  }

  @Test
  void whatWasGrantedWithoutTheCustomerIsFinishedToo() {
    given(grantedWithoutCustomer()).when(finish()).happened(finished());
  }

  @Test
  void accessWasOverAtItsTimeThoughTheEngineerSaysSoLater() {
    var late =
        given(opened(), approved().accessUntil(NOON))
            .when(finish(), LONG_AFTER_NOON)
            .happened(finished());
    assertThat(((Closed) late.state()).accessUntil()).contains(NOON);
  }

  @Test
  void whereThereIsNoAccessYetItIsAWithdrawal() {
    given(opened()).when(finish()).happened(withdrawn().through(finish()));
    given()
        .when(finish())
        .happened(withdrawn().through(finish()))
        .when(open())
        .refused(CLOSED_BEFORE_OPENED);
  }

  @Test
  void onlyTheEngineerWhoHasAccessIsDoneWithIt() {
    given(opened(), approved()).when(finish(FEMI)).refused(NOT_THE_ENGINEER);
    given(opened()).when(finish(FEMI)).refused(NOT_THE_ENGINEER);
  }

  @Test
  void itIsTakenWhateverTheClockSaysAndThoughGrantsAreFrozen() {
    var at = MORNING.plusSeconds(7200);
    given(opened(), approved()).when(finish(), new Moment(at, at, true, true)).happened(finished());
  }

  @Test
  void nothingFollowsIt() {
    var done = given(opened(), approved(), finished());
    done.when(finish()).refused(ALREADY_DECIDED);
    done.when(approve()).refused(ALREADY_DECIDED);
    done.when(revoke()).refused(ALREADY_DECIDED);
    done.when(enforceDeadline(), LONG_AFTER_NOON).refused(NOT_DUE);
  }

  @Test
  void sayingItTwiceIsSayingItOnce() {
    given(opened(), approved())
        .when(finish().as("done"))
        .happened(finished().through(finish().as("done")))
        .when(finish().as("done"))
        .repeated(3);
  }

  @Test
  void whatIsOverOrFaultyOrNobodysCannotBeFinished() {
    given(opened(), denied()).when(finish()).refused(ALREADY_DECIDED);
    given(opened(), approved(), faulted()).when(finish()).refused(REQUEST_FAULTED);
    given().tenantUnknown().when(finish()).refused(UNKNOWN_TENANT);
  }
}
