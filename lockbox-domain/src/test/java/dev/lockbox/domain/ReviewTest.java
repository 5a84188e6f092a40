package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.TICK;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Events.approvalGiven;
import static dev.lockbox.domain.Events.approvalsRequired;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Reviews.DWELL;
import static dev.lockbox.domain.Reviews.asking;
import static dev.lockbox.domain.Reviews.begin;
import static dev.lockbox.domain.Reviews.begun;
import static dev.lockbox.domain.Reviews.reviewRequired;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.ALREADY_REVIEWING;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static dev.lockbox.domain.decision.Refusal.GRANTS_FROZEN;
import static dev.lockbox.domain.decision.Refusal.INTERNAL_APPROVAL_FIRST;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_REQUEST;
import static dev.lockbox.domain.decision.Refusal.OWN_REQUEST;
import static dev.lockbox.domain.decision.Refusal.REVIEW_FIRST;
import static dev.lockbox.domain.decision.Refusal.REVIEW_TOO_SHORT;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static dev.lockbox.domain.decision.Refusal.TOO_LATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.ReviewRules;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A guard against approving unread (FEATURES row 98). */
class ReviewTest {
  private static final Instant READ = NOON.plus(DWELL);

  /** Waits for Anna or Ben, who must have reviewed it. */
  private static Scenario waiting() {
    return given(opened(), reviewRequired(DWELL));
  }

  @Test
  void aYesIsTakenOnceItsApproverHasReviewedForSoLong() {
    var reviewing =
        waiting().when(begin(), NOON).happened(begun().at(NOON)).when(approve(), READ.minus(TICK));
    var read = reviewing.refused(REVIEW_TOO_SHORT);
    read.when(approve(), READ).happened(approved().at(READ));
  }

  @Test
  void aYesToWhatNobodyReviewedIsRefused() {
    waiting().when(approve()).refused(REVIEW_FIRST);
    given(opened(), reviewRequired(Duration.ZERO)).when(approve()).refused(REVIEW_FIRST);
  }

  @Test
  void anothersReviewIsNobodyElses() {
    given(opened(), reviewRequired(DWELL), begun().at(NOON))
        .when(approve().by(BEN), NOON.plus(Duration.ofHours(1)))
        .refused(REVIEW_FIRST);
  }

  @Test
  void eachWaitsFromTheirOwnReviewOn() {
    given(opened(), reviewRequired(DWELL), begun().at(NOON), begun().by(BEN).at(READ))
        .when(approve().by(BEN), READ.plus(DWELL).minus(TICK))
        .refused(REVIEW_TOO_SHORT)
        .when(approve(), READ)
        .happened(approved().at(READ));
  }

  @Test
  void aNoNeedsNoReview() {
    waiting().when(deny()).happened(denied());
    waiting().when(revoke()).happened(denied().through(revoke()));
    given(opened(), reviewRequired(DWELL), begun(), approved())
        .when(revoke())
        .happened(revoked(REVOKED_BY_APPROVER));
  }

  @Test
  void otherTermsAreReviewedAnew() {
    var stages =
        approvalsRequired(ApproverMode.SNAPSHOT, new Stage(Optional.empty(), Set.of(ANNA, BEN), 2));
    var less = new Terms(Cast.ACTIONS, Cast.RESOURCES, Duration.ofHours(2));
    var narrower =
        given(
            opened(),
            stages,
            reviewRequired(DWELL),
            begun().at(NOON),
            begun().by(BEN).at(NOON),
            narrowed(less).at(READ),
            approvalGiven(0).at(READ));
    narrower
        .when(approve().by(BEN), READ)
        .refused(REVIEW_FIRST)
        .when(begin().by(BEN), READ)
        .happened(begun().by(BEN).at(READ))
        .when(approve().by(BEN), READ.plus(DWELL))
        .happened(
            approved()
                .by(BEN)
                .at(READ.plus(DWELL))
                .accessUntil(READ.plus(DWELL).plus(Duration.ofHours(2))));
  }

  @Test
  void anothersYesOrAQuestionLeavesWhatWasReviewed() {
    var stages =
        approvalsRequired(ApproverMode.SNAPSHOT, new Stage(Optional.empty(), Set.of(ANNA, BEN), 2));
    given(
            opened(),
            stages,
            reviewRequired(DWELL),
            begun().at(NOON),
            begun().by(BEN).at(NOON),
            approvalGiven(0).at(READ),
            Dialogues.asked())
        .when(approve().by(BEN), READ)
        .happened(approved().by(BEN).at(READ));
  }

  @Test
  void whoReadsWhatStandsNoMoreReviewsNothing() {
    given(opened(), reviewRequired(DWELL), narrowed(Samples.TERMS))
        .when(begin().ifVersion(2))
        .refused(STALE_VERSION)
        .when(begin().ifVersion(4))
        .refused(STALE_VERSION)
        .when(begin().ifVersion(3))
        .accepted();
  }

  @Test
  void theSameTermsAreReviewedOnceByEach() {
    given(opened(), reviewRequired(DWELL), begun())
        .when(begin())
        .refused(ALREADY_REVIEWING)
        .when(begin().by(BEN))
        .happened(begun().by(BEN));
  }

  @Test
  void sayingTwiceThatOneBeginsIsBeginningOnce() {
    waiting()
        .when(begin().as("reading"), NOON)
        .happened(begun().as("reading").at(NOON))
        .when(begin().as("reading").ifVersion(2), READ)
        .repeated(3);
  }

  @Test
  void onlyWhoMayDecideReviews() {
    waiting()
        .when(begin().by(CARLA))
        .refused(NOT_AN_APPROVER)
        .when(begin().by(EVA))
        .refused(OWN_REQUEST);
  }

  @Test
  void onlyWhatWaitsIsReviewed() {
    given().when(begin()).refused(NO_SUCH_REQUEST);
    given(opened(), approved()).when(begin()).refused(ALREADY_DECIDED);
    given(opened(), denied()).when(begin()).refused(ALREADY_DECIDED);
    given(opened(), reviewRequired(DWELL))
        .when(begin(), MORNING.plus(Duration.ofDays(5)))
        .refused(TOO_LATE);
  }

  /** They decide before there is anything that the customer's rules could want reviewed. */
  @Test
  void theProvidersOwnApproversAreHeldToNoReview() {
    var inside = given(BeforeAdmission.awaitingTwo()).settingsNow(asking(DWELL));
    inside.when(begin().by(SAM)).refused(INTERNAL_APPROVAL_FIRST);
    inside.when(Insiders.approveInside()).happened(Insiders.yesInside(0));
  }

  @Test
  void whatIsWantedIsSettledWhenARequestIsOpened() {
    var opened =
        given().settingsNow(asking(DWELL)).when(open()).happened(opened(), reviewRequired(DWELL));
    opened.settingsNow(Settings.DEFAULTS).when(approve()).refused(REVIEW_FIRST);
    given(opened()).settingsNow(asking(DWELL)).when(approve()).happened(approved());
  }

  /** Whoever set the rule that approves has decided beforehand, and there is nobody to read. */
  @Test
  void whatARuleApprovesIsReviewedByNobody() {
    var policy = Policies.having(AccessRuleSamples.APPROVING, ReviewRules.of(DWELL));
    assertThat(
            given()
                .settingsNow(Settings.DEFAULTS.with(policy))
                .when(open(), NOON)
                .accepted()
                .history())
        .singleElement()
        .isInstanceOf(GrantedByRule.class);
  }

  @Test
  void whatCannotBeReviewedInTimeIsNotOpened() {
    var limits = new AccessLimits(DWELL, Duration.ofHours(8));
    given()
        .settingsNow(asking(DWELL))
        .deploymentNow(limits, AccessCap.NONE)
        .when(open())
        .refused(NO_APPROVERS);
    assertThatThrownBy(
            () ->
                new Settings(
                    Settings.DEFAULTS.enrolment(),
                    Optional.of(limits),
                    ApproverMode.SNAPSHOT,
                    false,
                    false,
                    List.of(),
                    Settings.DEFAULTS.stages(),
                    List.of(),
                    Policies.having(ReviewRules.of(DWELL))))
        .hasMessage("dwell must be shorter than pendingWindow PT5M, was PT5M");
  }

  @Test
  void nobodyReviewsByASuspectClockOrWhileGrantsAreFrozen() {
    waiting()
        .when(begin(), new Moment(NOON, NOON, true, false))
        .refused(CLOCK_SUSPECT)
        .when(begin(), Moment.at(NOON).frozen(true))
        .refused(GRANTS_FROZEN);
  }

  /** Counted from the latest that it may be, to the earliest that it may be. */
  @Test
  void aClockThatIsSetBackShortensNoReview() {
    var behind = new Moment(NOON, NOON.plusSeconds(30), false, false);
    var reviewing = waiting().when(begin(), behind).accepted();
    assertThat(reviewing.history().getLast())
        .isInstanceOfSatisfying(
            ReviewBegun.class,
            begun -> assertThat(begun.approveFrom()).isEqualTo(READ.plusSeconds(30)));
    reviewing
        .when(approve(), new Moment(READ, READ.plusSeconds(30), false, false))
        .refused(REVIEW_TOO_SHORT);
  }

  @Test
  void whereNobodyNeedReviewItIsRecordedAllTheSame() {
    given(opened())
        .when(begin(), NOON)
        .happened(begun().after(Duration.ZERO).at(NOON))
        .when(approve().by(BEN), NOON)
        .happened(approved().by(BEN).at(NOON));
  }
}
