package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.JUST_BEFORE_NOON;
import static dev.lockbox.domain.Cast.LONG_AFTER_NOON;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REASON;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.resolveTicket;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Commands.withdraw;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.cancelled;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.faulted;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.RevocationCause.DENIED_AFTER_GRANT;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.RevocationCause.TICKET_RESOLVED;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.NOT_THE_ENGINEER;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_REQUEST;
import static dev.lockbox.domain.decision.Refusal.REQUEST_FAULTED;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Closed;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No is never lost. */
class SayingNoTest {
  static final Instant[] ANY_TIME = {
    MORNING.minusSeconds(60), MORNING, JUST_BEFORE_NOON, NOON, LONG_AFTER_NOON
  };

  @ParameterizedTest
  @FieldSource("ANY_TIME")
  void aRequestThatWaitsCanBeDeniedAtAnyTime(Instant at) {
    given(opened().decideBy(NOON)).when(deny(), at).happened(denied());
    given(opened().decideBy(NOON)).when(revoke(), at).happened(denied().through(revoke()));
    given(opened().decideBy(NOON)).when(withdraw(), at).happened(withdrawn());
    given(opened().decideBy(NOON)).when(resolveTicket(), at).happened(cancelled());
  }

  @ParameterizedTest
  @FieldSource("ANY_TIME")
  void aGrantCanBeEndedAtAnyTime(Instant at) {
    var granted = given(opened(), approved().accessUntil(NOON));
    granted.when(deny(), at).happened(revoked(DENIED_AFTER_GRANT));
    granted.when(revoke(), at).happened(revoked(REVOKED_BY_APPROVER));
    granted.when(withdraw(), at).happened(withdrawn());
    granted.when(resolveTicket(), at).happened(revoked(TICKET_RESOLVED));
  }

  @Test
  void theReasonIsKept() {
    given(opened()).when(deny().because(REASON)).happened(denied().because(REASON));
    given(opened(), approved())
        .when(revoke().because(REASON))
        .happened(revoked(REVOKED_BY_APPROVER).because(REASON));
  }

  @Test
  void oneNoIsEnoughThoughAnotherSaidYes() {
    given(opened(), approved().by(ANNA))
        .when(deny().by(BEN))
        .happened(revoked(DENIED_AFTER_GRANT).by(BEN));
  }

  @Test
  void somebodyWhoLeftTheRegistryCanStillSayNo() {
    given(opened()).approversNow(BEN).when(deny().by(ANNA)).happened(denied().by(ANNA));
    given(opened(), approved())
        .approversNow()
        .when(revoke().by(BEN))
        .happened(revoked(REVOKED_BY_APPROVER).by(BEN));
  }

  @Test
  void somebodyWhoCameAfterTheOpeningCanSayNo() {
    given(opened()).approversNow(ANNA, CARLA).when(deny().by(CARLA)).happened(denied().by(CARLA));
    given(opened(), approved())
        .approversNow(CARLA)
        .when(deny().by(CARLA))
        .happened(revoked(DENIED_AFTER_GRANT).by(CARLA));
  }

  @Test
  void aStrangersNoIsNoNo() {
    given(opened()).when(deny().by(FEMI)).refused(NOT_AN_APPROVER);
    given(opened()).when(revoke().by(FEMI)).refused(NOT_AN_APPROVER);
    given(opened(), approved()).when(deny().by(FEMI)).refused(NOT_AN_APPROVER);
    given(opened(), approved()).when(revoke().by(EVA)).refused(NOT_AN_APPROVER);
  }

  @Test
  void onlyTheEngineerWhoAskedMayWithdraw() {
    given(opened()).when(withdraw().engineer(FEMI)).refused(NOT_THE_ENGINEER);
    given(opened(), approved()).when(withdraw().engineer(FEMI)).refused(NOT_THE_ENGINEER);
  }

  @Test
  void aWithdrawalOrAResolvedTicketMayComeBeforeItsRequest() {
    given().when(withdraw()).happened(withdrawn());
    given().when(resolveTicket()).happened(cancelled());
  }

  @Test
  void whatNobodyOpenedCannotBeDeniedOrRevoked() {
    given().when(deny()).refused(NO_SUCH_REQUEST);
    given().when(revoke()).refused(NO_SUCH_REQUEST);
  }

  @Test
  void whatIsClosedNeedsNoFurtherNo() {
    var closed = given(opened(), denied());
    closed.when(deny().by(BEN)).refused(ALREADY_DECIDED);
    closed.when(revoke().by(BEN)).refused(ALREADY_DECIDED);
    closed.when(withdraw()).refused(ALREADY_DECIDED);
    closed.when(resolveTicket()).refused(ALREADY_DECIDED);
  }

  @Test
  void aFaultedRequestTakesNoCommand() {
    var faulted = given(opened(), approved(), faulted());
    faulted.when(deny().by(BEN)).refused(REQUEST_FAULTED);
    faulted.when(revoke().by(BEN)).refused(REQUEST_FAULTED);
    faulted.when(withdraw()).refused(REQUEST_FAULTED);
    faulted.when(resolveTicket()).refused(REQUEST_FAULTED);
  }

  @Test
  void aTenantNobodyRegisteredSaysNothing() {
    given().tenantUnknown().when(withdraw()).refused(UNKNOWN_TENANT);
    given().tenantUnknown().when(resolveTicket()).refused(UNKNOWN_TENANT);
    given().tenantUnknown().when(deny()).refused(UNKNOWN_TENANT);
  }

  @Test
  void accessIsOverWhenTheGrantEndsThoughTheNoComesLater() {
    var granted = given(opened(), approved().accessUntil(NOON));
    var early = granted.when(deny(), JUST_BEFORE_NOON).happened(revoked(DENIED_AFTER_GRANT));
    var late = granted.when(deny(), LONG_AFTER_NOON).happened(revoked(DENIED_AFTER_GRANT));
    assertThat(((Closed) early.state()).accessUntil()).contains(JUST_BEFORE_NOON);
    assertThat(((Closed) late.state()).accessUntil()).contains(NOON);
    assertThat(((Closed) late.state()).closedAt()).isEqualTo(LONG_AFTER_NOON);
  }

  @Test
  void aRequestClosedBeforeAnyGrantNeverGaveAccess() {
    assertThat(((Closed) given(opened(), denied()).state()).accessUntil()).isEmpty();
    assertThat(((Closed) given(withdrawn()).state()).accessUntil()).isEmpty();
  }
}
