package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Evaluations.TOM;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.conditionsRequired;
import static dev.lockbox.domain.Events.deniedByRule;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.Events.grantedByRule;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Events.scheduled;
import static dev.lockbox.domain.Events.started;
import static dev.lockbox.domain.Insiders.approveInside;
import static dev.lockbox.domain.Insiders.awaitingTwo;
import static dev.lockbox.domain.Insiders.denyInside;
import static dev.lockbox.domain.Insiders.grantedThen;
import static dev.lockbox.domain.Insiders.lastYesInside;
import static dev.lockbox.domain.Insiders.noInside;
import static dev.lockbox.domain.Insiders.openedThen;
import static dev.lockbox.domain.Insiders.yesInside;
import static dev.lockbox.domain.RevocationCause.DENIED_AFTER_GRANT;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.OUTSIDE_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Unasked;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Schedule;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.time.Moment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Access that begins later, where rules, conditions or the provider's own approvers decide too. */
class ScheduledByRulesTest {
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private static final Instant EVENING = NOON.plus(EIGHT_HOURS);
  private static final Terms PLAIN = new Terms(Cast.ACTIONS, Cast.RESOURCES, EIGHT_HOURS);

  private static final Conditions ONCE =
      new Conditions(Set.of(), Set.of(), Optional.empty(), Optional.empty(), true);

  private static final Schedule NIGHTS =
      new Schedule(
          ZoneId.of("UTC"), Set.of(DayOfWeek.values()), LocalTime.of(22, 0), LocalTime.of(6, 0));

  /** Both are among the hours; morning and noon are not. */
  private static final Instant EARLY = NOON.minus(EIGHT_HOURS);

  private static final Instant NIGHT = NOON.plus(Duration.ofHours(11));

  @Test
  void whatARuleApprovesForLaterBeginsLater() {
    var agreed =
        given()
            .settingsNow(Policies.settingsHaving(AccessRuleSamples.APPROVING))
            .when(forLater(NOON), MORNING)
            .happened(
                evaluated(EvaluationRules.NONE).through(forLater(NOON)),
                grantedByRule(Samples.LOGS, Conditions.NONE).through(forLater(NOON)),
                scheduled(NOON, EVENING).through(forLater(NOON)));
    assertThat(agreed.state()).isInstanceOf(Scheduled.class);
    agreed.when(approve()).refused(ALREADY_DECIDED);
    agreed.when(enforceDeadline(), NOON).happened(started());
    var ended = agreed.when(revoke()).happened(revoked(REVOKED_BY_APPROVER));
    assertThat(((Closed) ended.state()).accessUntil()).isEmpty();
  }

  /** A rule for some hours is about access in those hours, whenever somebody asks. */
  @Test
  void theHoursOfARuleAreThoseInWhichAccessBegins() {
    var notAtNight = given().settingsNow(Policies.settingsHaving(denying(NIGHTS)));
    notAtNight
        .when(forLater(NIGHT), MORNING)
        .happened(
            evaluated(EvaluationRules.NONE).through(forLater(NIGHT)),
            deniedByRule(Samples.LOGS).through(forLater(NIGHT)));
    assertThat(notAtNight.when(forLater(NOON), EARLY).accepted().state())
        .isInstanceOf(Pending.class);
  }

  @Test
  void noRuleApprovesForLaterWhileTheClockIsSuspectOrGrantsAreFrozen() {
    var byRule = given().settingsNow(Policies.settingsHaving(AccessRuleSamples.APPROVING));
    for (var moment :
        List.of(new Moment(MORNING, MORNING, true, false), Moment.at(MORNING).frozen(true))) {
      byRule
          .when(forLater(NOON), moment)
          .happened(
              evaluated(EvaluationRules.NONE).through(forLater(NOON)),
              opened().through(forLater(NOON)));
    }
  }

  /** After the provider's own approvers, as before: the grant and its later start are one. */
  @Test
  void whatARuleApprovesAfterTheProvidersOwnYesBeginsLaterToo() {
    var agreed =
        given(awaitingTwo(), yesInside(0))
            .settingsNow(Policies.settingsHaving(AccessRuleSamples.APPROVING))
            .when(approveInside().by(SAM), NOON.minusSeconds(1))
            .accepted();
    assertThat(agreed.history().subList(2, 5))
        .hasExactlyElementsOfTypes(
            InternalApprovalGranted.class, GrantedByRule.class, AccessScheduled.class);
    assertThat(((Scheduled) agreed.state()).accessUntil()).isEqualTo(EVENING);
    agreed.when(enforceDeadline(), NOON).happened(started());
  }

  @Test
  void whatNobodyIsAskedForAfterTheProvidersOwnYesBeginsLaterToo() {
    var unasked =
        new EvaluationRules(
            TWO_INTERNAL_STAGES.required(),
            TWO_INTERNAL_STAGES.criteria(),
            TWO_INTERNAL_STAGES.internal(),
            TWO_INTERNAL_STAGES.internalWindow(),
            new Unasked(Set.of(DataAccess.CUSTOMER_METADATA), Set.of()));
    var agreed =
        given(awaitingTwo(), yesInside(0))
            .evaluationNow(unasked)
            .when(approveInside().by(SAM), NOON.minusSeconds(1))
            .happened(
                lastYesInside(SAM),
                grantedThen(SAM, WithoutCustomer.NO_CUSTOMER_DATA),
                scheduled(NOON, EVENING).through(approveInside()).by(SAM));
    assertThat(agreed.state()).isInstanceOf(Scheduled.class);
  }

  @Test
  void whatTheProviderAgreesOnOnlyAfterTheTimeAskedForBeginsAtOnce() {
    var late =
        given(awaitingTwo(), yesInside(0))
            .settingsNow(Policies.settingsHaving(AccessRuleSamples.APPROVING))
            .when(approveInside().by(SAM), NOON)
            .accepted();
    assertThat(((Granted) late.state()).accessUntil()).isEqualTo(EVENING);
  }

  @Test
  void whoSaidYesInsideTakesItBackBeforeAccessBegins() {
    var agreed =
        given(
            awaitingTwo(),
            yesInside(0),
            lastYesInside(SAM),
            openedThen(SAM),
            scheduled(NOON, EVENING));
    var ended = agreed.when(denyInside().by(SAM)).happened(noInside().by(SAM));
    var closed = (Closed) ended.state();
    assertThat(closed.outcome()).isEqualTo(Outcome.REVOKED);
    assertThat(closed.accessUntil()).isEmpty();
    assertThat(closed.deadline()).isEmpty();
    agreed.when(denyInside().by(TOM)).refused(NOT_AN_APPROVER);
    agreed.when(approveInside().by(TOM)).refused(ALREADY_DECIDED);
    agreed.when(deny()).happened(revoked(DENIED_AFTER_GRANT));
  }

  @Test
  void theHoursAreThoseOfTheTimeAtWhichAccessBegins() {
    var setting = Policies.settingsHaving(within());
    given(
            evaluated(EvaluationRules.NONE).through(forLater(NIGHT)).at(MORNING),
            opened().at(MORNING))
        .settingsNow(setting)
        .when(approve(), NOON)
        .happened(scheduled(NIGHT, NIGHT.plus(EIGHT_HOURS)));
    given(evaluated(EvaluationRules.NONE).through(forLater(NOON)).at(EARLY), opened().at(EARLY))
        .settingsNow(setting)
        .when(approve(), EARLY)
        .refused(OUTSIDE_HOURS);
  }

  @Test
  void theHoursOfWhatNobodyIsAskedForAreThoseOfItsStartToo() {
    var unasked = given().settingsNow(notEnrolled(within()));
    unasked
        .when(forLater(NIGHT), MORNING)
        .happened(
            evaluated(EvaluationRules.NONE).through(forLater(NIGHT)),
            grantedWithoutCustomer().through(forLater(NIGHT)),
            scheduled(NIGHT, NIGHT.plus(EIGHT_HOURS)).through(forLater(NIGHT)));
    unasked.when(forLater(NOON), EARLY).refused(OUTSIDE_HOURS);
  }

  @Test
  void aRuleApprovesWhereItsStartIsWithinTheHoursAndPeopleAreAskedWhereItIsNot() {
    var rule = AccessRuleSamples.APPROVING.automatic().getFirst();
    var byRule = given().settingsNow(Policies.settingsHaving(within(rule)));
    byRule
        .when(forLater(NIGHT), MORNING)
        .happened(
            evaluated(EvaluationRules.NONE).through(forLater(NIGHT)),
            grantedByRule(Samples.LOGS, Conditions.NONE).through(forLater(NIGHT)),
            scheduled(NIGHT, NIGHT.plus(EIGHT_HOURS)).through(forLater(NIGHT)));
    assertThat(byRule.when(forLater(NOON), EARLY).accepted().state())
        .isInstanceOf(AccessRequest.Pending.class);
  }

  /** What stands is ended by people, not by a rule that came later. */
  @Test
  void hoursThatAreSetSinceDoNotKeepItFromBeginning() {
    given(
            evaluated(EvaluationRules.NONE).through(forLater(NOON)).at(MORNING),
            opened().at(MORNING),
            scheduled(NOON, EVENING))
        .settingsNow(Policies.settingsHaving(within()))
        .when(enforceDeadline(), NOON)
        .happened(started());
  }

  @Test
  void conditionsHoldFromTheAgreementUntilAccessIsOver() {
    var waiting =
        given()
            .settingsNow(Policies.settingsHaving(AccessRuleSamples.DEMANDING))
            .when(forLater(NOON), MORNING)
            .happened(
                evaluated(EvaluationRules.NONE).through(forLater(NOON)),
                opened().through(forLater(NOON)),
                conditionsRequired(Conditions.RECORDED, new Code("all")).through(forLater(NOON)));
    var once = approve().under(ONCE);
    var both = PLAIN.under(Conditions.RECORDED).under(ONCE);
    var agreed =
        waiting
            .when(once, MORNING)
            .happened(
                narrowed(both).through(once).at(MORNING),
                scheduled(NOON, EVENING).through(once).at(MORNING));
    assertThat(((Scheduled) agreed.state()).terms()).isEqualTo(both);
    var begun = (Granted) agreed.when(enforceDeadline(), NOON).happened(started()).state();
    assertThat(begun.terms()).isEqualTo(both);
    assertThat(begun.isForOneUse()).isTrue();
  }

  @Test
  void itIsForOneUseIfTheRequesterOrTheConditionsSaySo() {
    var asksForOnce = open().saying(Said.nothing().singleUse().details());
    var byRequester =
        given(evaluated(EvaluationRules.NONE).through(asksForOnce), opened(), approved());
    var byConditions = given(opened(), narrowed(PLAIN.under(ONCE)), approved());
    assertThat(((Granted) byRequester.state()).isForOneUse()).isTrue();
    assertThat(((Granted) byConditions.state()).isForOneUse()).isTrue();
    assertThat(((Granted) given(opened(), approved()).state()).isForOneUse()).isFalse();
  }

  private static Commands.Open forLater(Instant start) {
    return open().saying(Said.nothing().startAt(start).details());
  }

  private static AccessRules within(AutoRule... rules) {
    return new AccessRules(
        List.of(), HighRisk.AS_OTHERS, List.of(), List.of(rules), Optional.of(NIGHTS));
  }

  private static Settings notEnrolled(AccessRules rules) {
    var old = Settings.DEFAULTS;
    return new Settings(
            Enrolment.OFF,
            old.limits(),
            old.approvers(),
            false,
            false,
            old.groups(),
            old.stages(),
            old.routes())
        .with(Policies.having(rules));
  }

  private static AccessRules denying(Schedule hours) {
    var then =
        new Match(
            List.of(), List.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.of(hours));
    return new AccessRules(
        List.of(),
        HighRisk.AS_OTHERS,
        List.of(),
        List.of(new AutoRule(Samples.LOGS, AutoRule.Effect.DENY, then)),
        Optional.empty());
  }
}
