package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.TICK;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.resolveTicket;
import static dev.lockbox.domain.Commands.withdraw;
import static dev.lockbox.domain.Evaluations.DETAILS;
import static dev.lockbox.domain.Evaluations.FACTS;
import static dev.lockbox.domain.Evaluations.MIRA;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Evaluations.SUPPORT_LEAD;
import static dev.lockbox.domain.Evaluations.TOM;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.cancelled;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.Insiders.approveInside;
import static dev.lockbox.domain.Insiders.awaitingTwo;
import static dev.lockbox.domain.Insiders.denyInside;
import static dev.lockbox.domain.Insiders.detailedOpen;
import static dev.lockbox.domain.Insiders.expiredInside;
import static dev.lockbox.domain.Insiders.grantedThen;
import static dev.lockbox.domain.Insiders.lastYesInside;
import static dev.lockbox.domain.Insiders.noInside;
import static dev.lockbox.domain.Insiders.openedThen;
import static dev.lockbox.domain.Insiders.yesInside;
import static dev.lockbox.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.evaluation.Unasked;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The provider's own approval (F15, F16, F118, F128, F132, F135, F136), and when no customer is
 * asked after it (F3, F17, F177).
 */
class InternalApprovalTest {
  private static final Instant DECIDE_BY = MORNING.plus(TWO_INTERNAL_STAGES.internalWindow());

  @Test
  void stagesArePassedInTheirOrderAndThenTheCustomerIsAsked() {
    var after = passed();
    assertThat(after.state()).isInstanceOf(AccessRequest.Pending.class);
    var opening = after.state().opened().orElseThrow();
    assertThat(opening.insiders()).containsExactlyInAnyOrder(MIRA, SAM);
    assertThat(opening.details()).isEqualTo(DETAILS);
    assertThat(opening.isInternal()).isFalse();
    after.when(approve().by(ANNA), NOON).happened(approved().by(ANNA));
  }

  @Test
  void theCustomersClockStartsWhenTheProviderIsDone() {
    var opening = passed().state().opened().orElseThrow();
    assertThat(opening.openedAt()).isEqualTo(MORNING.plus(Duration.ofHours(2)));
    assertThat(opening.decideBy())
        .isEqualTo(opening.openedAt().plus(AccessLimits.DEFAULTS.pendingWindow()));
  }

  @Test
  void nobodySaysYesBeforeTheirStage() {
    given(awaitingTwo()).when(approveInside().by(SAM)).refused(Refusal.NOT_AN_APPROVER);
    given(awaitingTwo(), yesInside(0))
        .when(approveInside().by(MIRA))
        .refused(Refusal.ALREADY_APPROVED);
  }

  @Test
  void aQuorumIsOfDifferentPeople() {
    var both = new Stage(Optional.of(SUPPORT_LEAD), Set.of(SAM, TOM), 2);
    var waiting = evaluated(TWO_INTERNAL_STAGES, both).through(detailedOpen());
    given(waiting)
        .when(approveInside().by(SAM))
        .happened(yesInside(0).by(SAM))
        .when(approveInside().by(SAM))
        .refused(Refusal.ALREADY_APPROVED);
    var after = given(waiting, yesInside(0).by(SAM)).when(approveInside().by(TOM));
    after.happened(
        new Events.Plain(
            approveInside().by(TOM),
            (why, at) ->
                new EvaluationEvent.InternalApprovalGranted(
                    why.request(), at, EventBuilder.provenance(why), Optional.empty(), 0)),
        openedThen(TOM));
  }

  @Test
  void theEngineerIsNeverTheirOwnInternalApprover() {
    given(awaitingTwo()).when(approveInside().by(EVA)).refused(Refusal.OWN_REQUEST);
  }

  @Test
  void whoWasNotNamedIsNoInternalApprover() {
    for (var person : List.of(ANNA, CARLA, JIT, new PersonId("zoe"))) {
      given(awaitingTwo()).when(approveInside().by(person)).refused(Refusal.NOT_AN_APPROVER);
      given(awaitingTwo()).when(denyInside().by(person)).refused(Refusal.NOT_AN_APPROVER);
    }
  }

  @Test
  void nobodySaysYesForTheProviderAndForTheCustomer() {
    given(awaitingTwo())
        .approversNow(ANNA, MIRA)
        .when(approveInside().by(MIRA))
        .refused(Refusal.NOT_AN_APPROVER);
    var after = passed();
    after.approversNow(ANNA, BEN, SAM).when(approve().by(SAM)).refused(Refusal.NOT_AN_APPROVER);
    assertThat(after.state().opened().orElseThrow().approvers()).doesNotContain(SAM, MIRA);
  }

  @Test
  void whoSaidYesInsideIsNotAskedForTheCustomerEither() {
    var mirasToo =
        given(awaitingTwo(), yesInside(0))
            .approversNow(ANNA, BEN, MIRA)
            .when(approveInside().by(SAM));
    mirasToo.happened(lastYesInside(SAM), openedThen(SAM));
    given(awaitingTwo(), yesInside(0))
        .approversNow(MIRA)
        .when(approveInside().by(SAM))
        .refused(Refusal.NO_APPROVERS);
  }

  @Test
  void alsoWhereTheCustomersApproversAreWhoeverTheyAreByThen() {
    var live =
        new Settings(
            Enrolment.WHOLE_TENANT,
            Optional.empty(),
            ApproverMode.LIVE,
            false,
            false,
            List.of(),
            Settings.DEFAULTS.stages(),
            List.of());
    given(awaitingTwo(), yesInside(0), lastYesInside(SAM), openedThen(SAM))
        .settingsNow(live)
        .approversNow(ANNA, SAM)
        .when(approve().by(SAM))
        .refused(Refusal.NOT_AN_APPROVER);
  }

  @Test
  void whoIsNotWhatTheyWereNamedAsAnyMoreDoesNotSayYes() {
    var longer =
        new EvaluationRules(
            Set.of(),
            EvaluationRules.NONE.criteria(),
            TWO_INTERNAL_STAGES.internal(),
            Duration.ofDays(30));
    var end = FACTS.internalApprovers().get(SUPPORT_LEAD).get(SAM);
    var waiting =
        given(
            evaluated(longer, Samples.INTERNAL_STAGES)
                .through(detailedOpen())
                .at(MORNING.plus(Duration.ofDays(1))),
            yesInside(0).at(end.minus(TICK)));
    waiting
        .when(approveInside().by(SAM), end.minus(TICK))
        .happened(lastYesInside(SAM), openedThen(SAM));
    waiting.when(approveInside().by(SAM), end).refused(Refusal.NOT_AN_APPROVER);
    waiting.when(denyInside().by(SAM), end).happened(noInside().by(SAM));
  }

  @Test
  void aYesIsToAVersionThatWasRead() {
    given(awaitingTwo()).when(approveInside().ifVersion(0)).refused(Refusal.STALE_VERSION);
    given(awaitingTwo()).when(approveInside().ifVersion(2)).refused(Refusal.STALE_VERSION);
    given(awaitingTwo(), yesInside(0))
        .when(approveInside().by(TOM).ifVersion(1))
        .happened(
            lastYesInside(TOM).through(approveInside().ifVersion(1)).by(TOM),
            openedThen(TOM).through(approveInside().ifVersion(1)).by(TOM));
  }

  @Test
  void theProvidersOwnDeadlineIsItsOwn() {
    given(awaitingTwo()).when(approveInside(), DECIDE_BY.minus(TICK)).happened(yesInside(0));
    given(awaitingTwo()).when(approveInside(), DECIDE_BY).refused(Refusal.TOO_LATE);
    given(awaitingTwo()).when(enforceDeadline(), DECIDE_BY.minus(TICK)).refused(Refusal.NOT_DUE);
    var after = given(awaitingTwo()).when(enforceDeadline(), DECIDE_BY).happened(expiredInside());
    var closed = (AccessRequest.Closed) after.state();
    assertThat(closed.outcome()).isEqualTo(Outcome.EXPIRED);
    assertThat(closed.accessUntil()).isEmpty();
    assertThat(closed.opened().orElseThrow().isInternal()).isTrue();
    after.when(approveInside()).refused(Refusal.ALREADY_DECIDED);
  }

  @Test
  void aNoInsideTheProviderEndsItAtAnyTime() {
    for (var person : List.of(MIRA, SAM, TOM)) {
      var after =
          given(awaitingTwo())
              .when(denyInside().by(person), DECIDE_BY.plusSeconds(1))
              .happened(noInside().by(person));
      assertThat(((AccessRequest.Closed) after.state()).outcome()).isEqualTo(Outcome.DENIED);
    }
  }

  @Test
  void whoSaidYesInsideMayTakeItBackAtAnyTime() {
    var waiting = passed();
    waiting.when(denyInside().by(TOM)).refused(Refusal.NOT_AN_APPROVER);
    var denied = waiting.when(denyInside().by(MIRA)).happened(noInside().by(MIRA));
    assertThat(((AccessRequest.Closed) denied.state()).outcome()).isEqualTo(Outcome.DENIED);
    var granted = waiting.when(approve(), NOON).happened(approved());
    granted.when(denyInside().by(TOM)).refused(Refusal.NOT_AN_APPROVER);
    var revoked = granted.when(denyInside().by(SAM)).happened(noInside().by(SAM));
    var closed = (AccessRequest.Closed) revoked.state();
    assertThat(closed.outcome()).isEqualTo(Outcome.REVOKED);
    assertThat(closed.accessUntil()).contains(closed.closedAt());
  }

  @Test
  void theCustomersYesIsTooEarlyAndTheirNoIsNot() {
    given(awaitingTwo()).when(approve()).refused(Refusal.INTERNAL_APPROVAL_FIRST);
    given(awaitingTwo()).when(deny()).happened(denied());
  }

  @Test
  void anEngineerOrATicketMayEndItFirst() {
    given(awaitingTwo())
        .when(withdraw())
        .happened(withdrawn())
        .when(approveInside())
        .refused(Refusal.ALREADY_DECIDED);
    given(awaitingTwo()).when(resolveTicket()).happened(cancelled());
  }

  @Test
  void nothingHelpsInsideTheProviderWhileTheClockIsSuspectOrGrantsAreFrozen() {
    var at = MORNING.plus(Duration.ofHours(1));
    for (var yes : List.of(given(awaitingTwo()), given(awaitingTwo(), yesInside(0)))) {
      var person = yes.state().version() == 1 ? MIRA : SAM;
      yes.when(approveInside().by(person), new Moment(at, at, true, false))
          .refused(Refusal.CLOCK_SUSPECT);
      yes.when(approveInside().by(person), new Moment(at, at, false, true))
          .refused(Refusal.GRANTS_FROZEN);
    }
    given(awaitingTwo()).when(denyInside(), new Moment(at, at, true, true)).happened(noInside());
  }

  @Test
  void whatTheCustomerAllowsByThenHolds() {
    var shorter = new AccessLimits(Duration.ofDays(4), Duration.ofHours(1));
    given(awaitingTwo(), yesInside(0))
        .limitsNow(shorter)
        .when(approveInside().by(SAM))
        .refused(Refusal.ACCESS_TOO_LONG);
  }

  @Test
  void whatIsNotBehindTheLockboxNeedsTheProvidersApprovalToo() {
    var off =
        new Settings(
            Enrolment.OFF,
            Optional.empty(),
            Settings.DEFAULTS.approvers(),
            false,
            false,
            List.of(),
            Settings.DEFAULTS.stages(),
            List.of());
    var after =
        given(awaitingTwo(), yesInside(0))
            .settingsNow(off)
            .when(approveInside().by(TOM), NOON)
            .happened(lastYesInside(TOM), grantedThen(TOM, WithoutCustomer.NOT_ENROLLED));
    assertThat(after.state().opened().orElseThrow().isInternal()).isFalse();
  }

  @Test
  void theSameYesAgainIsTheSame() {
    given(awaitingTwo(), yesInside(0).as("once"))
        .when(approveInside().as("once").ifVersion(1))
        .repeated(2);
  }

  @Test
  void whoWasNamedInsideStaysKnownAsThatWhateverTheyDo() {
    var opening = given(awaitingTwo()).state().opened().orElseThrow();
    assertThat(opening.isNamedInside(MIRA)).isTrue();
    assertThat(opening.isNamedInside(SAM)).isTrue();
    assertThat(opening.isNamedInside(Cast.ANNA)).isFalse();
    assertThat(given(opened()).state().opened().orElseThrow().isNamedInside(MIRA)).isFalse();
  }

  @Test
  void theCustomerIsShownThePseudonymWhereThereIsOne() {
    assertThat(given(awaitingTwo()).state().opened().orElseThrow().shownEngineer())
        .isEqualTo("Engineer 7");
    assertThat(given(opened()).state().opened().orElseThrow().shownEngineer()).isEqualTo("eva");
  }

  @Test
  void aCustomerIsShownNothingOfWhatNeverGotBeyondTheProvider() {
    assertThat(given(awaitingTwo()).state().opened().orElseThrow().isInternal()).isTrue();
    assertThat(
            given(evaluated(Evaluations.ALL_REQUIRED)).state().opened().orElseThrow().isInternal())
        .isTrue();
    assertThat(given(opened()).state().opened().orElseThrow().isInternal()).isFalse();
    assertThat(
            given(evaluated(EvaluationRules.NONE).through(detailedOpen()), opened())
                .state()
                .opened()
                .orElseThrow()
                .isInternal())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "CUSTOMER_METADATA"})
  void whatComesNowhereNearTheDataIsGrantedWithoutTheCustomerWhereTheDeploymentWantsThat(
      String access) {
    var near = DataAccess.valueOf(access);
    var open = Commands.open().saying(Said.nothing().dataAccess(near).details());
    given()
        .evaluationNow(unasked(Set.of(near), Set.of()))
        .when(open)
        .happened(
            evaluated(unasked(Set.of(near), Set.of())).through(open),
            without(WithoutCustomer.NO_CUSTOMER_DATA, open));
    given()
        .when(open)
        .happened(evaluated(EvaluationRules.NONE).through(open), opened().through(open));
  }

  @Test
  void anUpdateOfTheProvidersServiceIsGrantedWithoutTheCustomerWhereTheDeploymentWantsThat() {
    var wanted = unasked(Set.of(), Set.of(Purpose.SERVICE_UPDATE));
    var update =
        Commands.open()
            .saying(
                Said.nothing()
                    .purpose(Purpose.SERVICE_UPDATE)
                    .dataAccess(DataAccess.NONE)
                    .details());
    given()
        .evaluationNow(wanted)
        .when(update)
        .happened(
            evaluated(wanted).through(update), without(WithoutCustomer.SERVICE_UPDATE, update));
    given()
        .when(update)
        .happened(evaluated(EvaluationRules.NONE).through(update), opened().through(update));
  }

  @Test
  void whatTouchesDataOrDoesNotSayIsAskedWhateverItIsFor() {
    var wanted = unasked(Set.of(DataAccess.NONE), Set.of(Purpose.SERVICE_UPDATE));
    for (var details :
        List.of(
            Details.NONE,
            Said.nothing().purpose(Purpose.SERVICE_UPDATE).details(),
            Said.nothing()
                .purpose(Purpose.SERVICE_UPDATE)
                .dataAccess(DataAccess.CUSTOMER_DATA)
                .details(),
            Said.nothing().dataAccess(DataAccess.CUSTOMER_METADATA).details())) {
      var open = Commands.open().saying(details);
      given()
          .evaluationNow(wanted)
          .when(open)
          .happened(evaluated(wanted).through(open), opened().through(open));
    }
  }

  @Test
  void ofACustomersDataTheCustomerIsAlwaysAsked() {
    assertThatThrownBy(() -> new Unasked(Set.of(DataAccess.CUSTOMER_DATA), Set.of()))
        .hasMessageContaining("CUSTOMER_DATA");
    assertThatThrownBy(() -> new Unasked(Set.of(), Set.of(Purpose.DATA_ACCESS)))
        .hasMessageContaining("DATA_ACCESS");
  }

  private static Scenario passed() {
    return given(awaitingTwo())
        .when(approveInside().because("go on"))
        .happened(yesInside(0).because("go on"))
        .when(approveInside().by(SAM))
        .happened(lastYesInside(SAM), openedThen(SAM));
  }

  private static EvaluationRules unasked(Set<DataAccess> access, Set<Purpose> purposes) {
    return new EvaluationRules(
        Set.of(),
        EvaluationRules.NONE.criteria(),
        List.of(),
        EvaluationRules.NONE.internalWindow(),
        new Unasked(access, purposes));
  }

  private static Events.Plain without(WithoutCustomer cause, Commands.Open open) {
    return new Events.Plain(
        open,
        (why, at) -> {
          var usual =
              (RequestEvent.GrantedWithoutCustomer)
                  grantedWithoutCustomer().through(open).build(why, at);
          return new RequestEvent.GrantedWithoutCustomer(
              usual.request(),
              usual.at(),
              usual.by(),
              usual.asked(),
              usual.approvers(),
              cause,
              usual.accessUntil());
        });
  }
}
