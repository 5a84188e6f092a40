package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.JUST_AFTER_NOON;
import static dev.lockbox.domain.Cast.JUST_BEFORE_NOON;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REASON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.cancelled;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.expired;
import static dev.lockbox.domain.Events.faulted;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_REQUEST;
import static dev.lockbox.domain.decision.Refusal.OWN_REQUEST;
import static dev.lockbox.domain.decision.Refusal.REQUEST_FAULTED;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static dev.lockbox.domain.decision.Refusal.TOO_LATE;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.evaluation.TicketSnapshot;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovingTest {
  @Test
  void anApprovalAtTheDeadlineIsTooLate() {
    given(opened().decideBy(NOON)).when(approve(), JUST_BEFORE_NOON).happened(approved());
    given(opened().decideBy(NOON)).when(approve(), NOON).refused(TOO_LATE);
    given(opened().decideBy(NOON)).when(approve(), JUST_AFTER_NOON).refused(TOO_LATE);
  }

  @Test
  void anApprovalIsTooLateHoweverLateTheAlarmIs() {
    given(opened().decideBy(NOON)).when(approve(), Cast.LONG_AFTER_NOON).refused(TOO_LATE);
    given(opened().decideBy(NOON), expired().at(NOON)).when(approve()).refused(TOO_LATE);
  }

  @Test
  void tooLateSaysByWhenOneCouldHaveDecidedAlsoAfterTheAlarmRangLate() {
    var expiredLate = given(opened().decideBy(NOON), expired().at(NOON.plusSeconds(7))).state();
    var decision =
        Decider.decide(
            expiredLate,
            approve().build(2),
            Optional.of(Registry.naming(Set.of(ANNA), AccessLimits.DEFAULTS)),
            Moment.at(NOON.plusSeconds(9)));
    assertThat(((Refused<RequestEvent>) decision).detail())
        .contains("before " + NOON, "decided at " + NOON.plusSeconds(9));
  }

  @Test
  void theGrantsClockStartsAtTheApproval() {
    given(opened().at(MORNING))
        .when(approve(), NOON)
        .happened(approved().accessUntil(NOON.plus(Duration.ofHours(8))));
  }

  @Test
  void theGrantLastsAsLongAsWasSettledAtOpening() {
    given(opened().accessFor(Duration.ofMinutes(7)))
        .limitsNow(new AccessLimits(Duration.ofDays(1), Duration.ofHours(24)))
        .when(approve(), NOON)
        .happened(approved().accessUntil(NOON.plus(Duration.ofMinutes(7))));
  }

  @Test
  void anApprovalJustBeforeTheDeadlineGrantsTheWholeTime() {
    given(opened().decideBy(NOON))
        .when(approve(), JUST_BEFORE_NOON)
        .happened(approved().accessUntil(JUST_BEFORE_NOON.plus(Duration.ofHours(8))));
  }

  /** What is recorded must be the same wherever it is decided. */
  @Test
  void aRefusalIsWordedTheSameInEveryLocale() throws Exception {
    var waiting = given(opened()).state();
    var rules = Optional.of(Registry.naming(Set.of(ANNA), AccessLimits.DEFAULTS));
    Elsewhere.theSame(
        () -> {
          var no = Decider.decide(waiting, approve().build(7), rules, Moment.at(NOON));
          assertThat(((Refused<RequestEvent>) no).detail()).contains("version 1", "approved at 7");
          return no;
        });
  }

  @Test
  void theReasonIsKept() {
    given(opened()).when(approve().because(REASON)).happened(approved().because(REASON));
  }

  @Test
  void eitherApproverMayApprove() {
    given(opened()).when(approve().by(ANNA)).happened(approved().by(ANNA));
    given(opened()).when(approve().by(BEN)).happened(approved().by(BEN));
  }

  @Test
  void nobodyApprovesTheirOwnRequest() {
    given(opened()).when(approve().by(EVA)).refused(OWN_REQUEST);
  }

  @Test
  void nobodyApprovesTheirOwnRequestThoughTheRegistryNamesThem() {
    given(opened().through(open().engineer(ANNA)).approvers(BEN))
        .approversNow(ANNA, BEN)
        .when(approve().by(ANNA))
        .refused(OWN_REQUEST);
  }

  @Test
  void nobodyApprovesTheirOwnRequestThoughASnapshotNamesThem() {
    given(opened().through(open().engineer(ANNA)).approvers(ANNA, BEN))
        .when(approve().by(ANNA))
        .refused(OWN_REQUEST);
  }

  @Test
  void aStrangerApprovesNothing() {
    given(opened()).when(approve().by(FEMI)).refused(NOT_AN_APPROVER);
    given(opened()).when(approve().by(Cast.JIT)).refused(NOT_AN_APPROVER);
  }

  @Test
  void somebodyWhoLeftTheRegistryCannotApprove() {
    given(opened()).approversNow(BEN).when(approve().by(ANNA)).refused(NOT_AN_APPROVER);
  }

  @Test
  void somebodyWhoCameAfterTheOpeningCannotApprove() {
    given(opened())
        .approversNow(ANNA, BEN, CARLA)
        .when(approve().by(CARLA))
        .refused(NOT_AN_APPROVER);
  }

  @Test
  void nobodyApprovesWhenEverybodyLeft() {
    given(opened()).approversNow().when(approve().by(ANNA)).refused(NOT_AN_APPROVER);
  }

  @Test
  void whatNobodyIsLeftToApproveExpires() {
    given(opened().decideBy(NOON)).approversNow().when(enforceDeadline(), NOON).happened(expired());
  }

  @Test
  void anApproverWhoLeftAndCameBackMayApprove() {
    given(opened()).approversNow(BEN).approversNow(ANNA).when(approve()).happened(approved());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2, -1, Long.MIN_VALUE, Long.MAX_VALUE})
  void aYesToAnotherVersionIsNoYes(long version) {
    given(opened()).when(approve().ifVersion(version)).refused(STALE_VERSION);
  }

  @Test
  void aYesToTheVersionThatStandsIsTaken() {
    given(opened())
        .when(approve().ifVersion(1))
        .happened(approved().through(approve().ifVersion(1)));
  }

  @Test
  void whatNobodyOpenedCannotBeApproved() {
    given().when(approve()).refused(NO_SUCH_REQUEST);
  }

  @Test
  void whatIsDecidedCannotBeApproved() {
    given(opened(), approved()).when(approve().by(BEN)).refused(ALREADY_DECIDED);
    given(opened(), denied()).when(approve().by(BEN)).refused(ALREADY_DECIDED);
    given(opened(), withdrawn()).when(approve().by(BEN)).refused(ALREADY_DECIDED);
    given(opened(), cancelled()).when(approve().by(BEN)).refused(ALREADY_DECIDED);
    given(opened(), approved(), ended()).when(approve().by(BEN)).refused(ALREADY_DECIDED);
    given(withdrawn()).when(approve().by(BEN)).refused(ALREADY_DECIDED);
  }

  @Test
  void aClosedRequestStaysClosedThoughTheClockGoesBack() {
    given(opened().decideBy(NOON), expired().at(NOON)).when(approve(), MORNING).refused(TOO_LATE);
    given(opened(), denied().at(NOON)).when(approve(), MORNING).refused(ALREADY_DECIDED);
  }

  @Test
  void aFaultedRequestIsNeverGranted() {
    given(opened(), faulted()).when(approve().ifVersion(2)).refused(REQUEST_FAULTED);
  }

  @Test
  void aTenantNobodyRegisteredApprovesNothing() {
    given(opened()).tenantUnknown().when(approve()).refused(UNKNOWN_TENANT);
  }

  /** What was said of the ticket is kept, and so is who may decide: the one is not the other. */
  @Test
  void whoOpenedTheTicketHasNoSayByThat() {
    var ticket =
        new TicketSnapshot(
            Cast.CONTOSO, Optional.of(CARLA), Optional.of(EVA), new Code("OPEN"), Optional.empty());
    var waits = given().when(open().saying(Said.nothing().ticket(ticket).details())).accepted();
    assertThat(waits.state().opened().orElseThrow().details().ticket()).contains(ticket);
    waits.when(approve().by(CARLA).ifVersion(2)).refused(NOT_AN_APPROVER);
    waits.when(deny().by(CARLA)).refused(NOT_AN_APPROVER);
  }
}
