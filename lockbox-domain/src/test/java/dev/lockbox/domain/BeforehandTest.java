package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Evaluations.ALL_REQUIRED;
import static dev.lockbox.domain.Evaluations.MIRA;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.conditionsRequired;
import static dev.lockbox.domain.Events.deniedByRule;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.Events.grantedByRule;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Insiders.approveInside;
import static dev.lockbox.domain.Insiders.awaitingTwo;
import static dev.lockbox.domain.Insiders.yesInside;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ACCESS_TOO_LONG;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.DENIED_BY_RULES;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.NO_WAY_IN_LEFT;
import static dev.lockbox.domain.decision.Refusal.OUTSIDE_HOURS;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.AutoRule.Effect;
import dev.lockbox.domain.rules.ConditionRule;
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
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a tenant's rules say to a request before anybody is asked (F75, F77, F79). */
class BeforehandTest {
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private static final Code LOGS = new Code("logs");
  private static final Code NEVER = new Code("never");
  private static final ActionName DEBUG = new ActionName("app.remoteDebug");
  private static final ResourceName SHOP = new ResourceName("/apps/shop");

  private static final Match ETCD =
      new Match(
          List.of(new Glob("k8s.pod.logs")),
          List.of(NamePattern.of("/clusters/*/ns/openshift-*")),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final AutoRule APPROVES = new AutoRule(LOGS, Effect.APPROVE, ETCD);
  private static final AutoRule DENIES = new AutoRule(NEVER, Effect.DENY, Match.ANYTHING);

  /** Noon, on the Monday of which the tests tell, is not among them. */
  private static final Schedule NIGHTS =
      new Schedule(
          ZoneId.of("UTC"), Set.of(DayOfWeek.values()), LocalTime.of(22, 0), LocalTime.of(6, 0));

  private static AccessRules automatic(AutoRule... rules) {
    return new AccessRules(
        List.of(), HighRisk.AS_OTHERS, List.of(), List.of(rules), Optional.empty());
  }

  private static AccessRules denying(String action, String resources) {
    return new AccessRules(
        List.of(Denial.of(List.of(action), resources)),
        HighRisk.AS_OTHERS,
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static AccessRules atHighRisk(Duration longest) {
    return new AccessRules(
        List.of(),
        new HighRisk(Optional.of(longest), true),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static AccessRules demanding(Conditions... conditions) {
    var all =
        java.util.stream.IntStream.range(0, conditions.length)
            .mapToObj(n -> new ConditionRule(new Code("c" + n), Match.ANYTHING, conditions[n]))
            .toList();
    return new AccessRules(List.of(), HighRisk.AS_OTHERS, all, List.of(), Optional.empty());
  }

  private static AccessRules within(Schedule hours, AutoRule... rules) {
    return new AccessRules(
        List.of(), HighRisk.AS_OTHERS, List.of(), List.of(rules), Optional.of(hours));
  }

  private static Conditions through(String channel) {
    return new Conditions(
        Set.of(), Set.of(), Optional.of(Set.of(new Code(channel))), Optional.empty(), false);
  }

  private static Settings setting(AccessRules rules) {
    return Policies.settingsHaving(rules);
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

  @Test
  void aRuleApprovesWhatItCovers() {
    var granted =
        given()
            .settingsNow(setting(automatic(APPROVES)))
            .when(open(), NOON)
            .happened(grantedByRule(LOGS, Conditions.NONE))
            .state();
    assertThat(granted)
        .isInstanceOfSatisfying(
            Granted.class,
            now -> {
              assertThat(now.terms().accessFor()).isEqualTo(EIGHT_HOURS);
              assertThat(now.accessUntil()).isEqualTo(NOON.plus(EIGHT_HOURS));
            });
  }

  @Test
  void theRulesDecideOnceTheProvidersOwnApproversAreDone() {
    var granted =
        given(awaitingTwo(), yesInside(0))
            .settingsNow(setting(automatic(APPROVES)))
            .when(approveInside().by(SAM), NOON)
            .accepted();
    assertThat(granted.state())
        .isInstanceOfSatisfying(
            Granted.class,
            now -> assertThat(now.opening().insiders()).containsExactlyInAnyOrder(MIRA, SAM));
    var denied =
        given(awaitingTwo(), yesInside(0))
            .settingsNow(setting(automatic(APPROVES, DENIES)))
            .when(approveInside().by(SAM), NOON)
            .accepted();
    assertThat(denied.state())
        .isInstanceOfSatisfying(
            Closed.class, now -> assertThat(now.outcome()).isEqualTo(Outcome.DENIED));
  }

  @Test
  void whatTheRulesForbidSinceIsNotPassedOn() {
    given(awaitingTwo(), yesInside(0))
        .settingsNow(setting(denying("*", "/**")))
        .when(approveInside().by(SAM), NOON)
        .refused(DENIED_BY_RULES);
  }

  @Test
  void whatARuleApprovedIsEndedLikeAnyGrant() {
    given(grantedByRule(LOGS, Conditions.NONE))
        .when(revoke())
        .happened(revoked(RevocationCause.REVOKED_BY_APPROVER));
    given(grantedByRule(LOGS, Conditions.NONE)).when(approve()).refused(ALREADY_DECIDED);
  }

  @Test
  void aRuleDeniesAndNobodyIsAsked() {
    var closed =
        given()
            .settingsNow(setting(automatic(APPROVES, DENIES)))
            .when(open(), NOON)
            .happened(deniedByRule(NEVER))
            .state();
    assertThat(closed)
        .isInstanceOfSatisfying(
            Closed.class, now -> assertThat(now.outcome()).isEqualTo(Outcome.DENIED));
    given(deniedByRule(NEVER)).when(approve()).refused(ALREADY_DECIDED);
  }

  @Test
  void aRuleDeniesAlsoWhatIsNotBehindTheLockbox() {
    given().settingsNow(notEnrolled(automatic(DENIES))).when(open()).happened(deniedByRule(NEVER));
  }

  @Test
  void noRuleApprovesWhileTheClockIsSuspectOrGrantsAreFrozen() {
    var setting = setting(automatic(APPROVES));
    given()
        .settingsNow(setting)
        .when(open(), new Moment(NOON, NOON, true, false))
        .happened(opened());
    given()
        .settingsNow(setting)
        .when(open(), new Moment(NOON, NOON, false, true))
        .happened(opened());
  }

  @Test
  void noRuleApprovesForWhoEverChangedTheRules() {
    given()
        .settingsNow(setting(automatic(APPROVES)))
        .rulesChangedBy(EVA)
        .when(open())
        .happened(opened());
    given()
        .settingsNow(setting(automatic(APPROVES)))
        .rulesChangedBy(ANNA)
        .when(open())
        .happened(grantedByRule(LOGS, Conditions.NONE));
  }

  @Test
  void noRuleApprovesWhatNobodyCouldEnd() {
    given()
        .settingsNow(setting(automatic(APPROVES)))
        .approversNow()
        .when(open())
        .refused(NO_APPROVERS);
  }

  @Test
  void whatIsDeniedByPatternIsNotOpenedWhateverApprovesIt() {
    given()
        .settingsNow(setting(denying("k8s.*", "/clusters/*/ns/openshift-etcd")))
        .when(open())
        .refused(DENIED_BY_RULES);
    given()
        .settingsNow(notEnrolled(denying("*", "/CLUSTERS/aro1")))
        .when(open())
        .refused(DENIED_BY_RULES);
  }

  @Test
  void whatIsDeniedMeanwhileIsNotApprovedAnyMore() {
    var other = new ResourceName("/clusters/aro1/ns/openshift-dns");
    var etcd = Cast.RESOURCES.getFirst();
    var wide = open().on(etcd, other);
    var scenario = given(opened().through(wide)).settingsNow(setting(denying("*", etcd.value())));
    scenario.when(approve()).refused(DENIED_BY_RULES);
    var less = new Terms(Cast.ACTIONS, List.of(other), EIGHT_HOURS);
    var yes = approve().only(other);
    scenario.when(yes).happened(narrowed(less).through(yes), approved().through(yes));
  }

  @Test
  void highRiskIsRefusedForLongerAndRecordedAlways() {
    var hour = Duration.ofHours(1);
    var setting = setting(atHighRisk(hour));
    var debug = open().to(DEBUG).on(SHOP);
    given()
        .settingsNow(setting)
        .when(open().to(DEBUG).on(SHOP).accessFor(hour.plusMillis(1)))
        .refused(ACCESS_TOO_LONG);
    given()
        .settingsNow(setting)
        .when(debug)
        .happened(
            opened().through(debug).accessFor(hour),
            conditionsRequired(Conditions.RECORDED).through(debug));
    given().settingsNow(setting).when(open()).happened(opened());
  }

  @Test
  void aTenantsRulesDemandConditionsOfEveryGrant() {
    var rules = demanding(Conditions.RECORDED, through("RDP_GATEWAY"));
    var both = Conditions.RECORDED.and(through("RDP_GATEWAY"));
    var required = conditionsRequired(both, new Code("c0"), new Code("c1"));
    var waiting = given().settingsNow(setting(rules)).when(open()).happened(opened(), required);
    waiting.when(approve().ifVersion(1)).refused(STALE_VERSION);
    var granted = waiting.when(approve()).happened(approved()).state();
    assertThat(granted)
        .isInstanceOfSatisfying(
            Granted.class, now -> assertThat(now.terms().conditions()).isEqualTo(both));
  }

  @Test
  void whatIsGrantedWithoutTheCustomerKeepsTheirConditionsToo() {
    var granted =
        given()
            .settingsNow(notEnrolled(demanding(Conditions.RECORDED)))
            .when(open())
            .happened(grantedWithoutCustomer(Conditions.RECORDED))
            .state();
    assertThat(granted)
        .isInstanceOfSatisfying(
            Granted.class,
            now -> assertThat(now.terms().conditions()).isEqualTo(Conditions.RECORDED));
  }

  @Test
  void conditionsThatLeaveNoWayInAreNotOpened() {
    given()
        .settingsNow(setting(demanding(through("RDP_GATEWAY"), through("REMOTE_SHELL"))))
        .when(open())
        .refused(NO_WAY_IN_LEFT);
  }

  @Test
  void accessBeginsWithinTheHoursOnly() {
    var night = NOON.plus(Duration.ofHours(11));
    var setting = setting(within(NIGHTS));
    given(opened()).settingsNow(setting).when(approve(), NOON).refused(OUTSIDE_HOURS);
    given(opened()).settingsNow(setting).when(approve(), night).happened(approved());
    given().settingsNow(notEnrolled(within(NIGHTS))).when(open(), NOON).refused(OUTSIDE_HOURS);
    given()
        .settingsNow(notEnrolled(within(NIGHTS)))
        .when(open(), night)
        .happened(grantedWithoutCustomer());
  }

  @Test
  void outsideTheHoursPeopleAreAskedInsteadOfTheRule() {
    given().settingsNow(setting(within(NIGHTS, APPROVES))).when(open(), NOON).happened(opened());
  }

  @Test
  void aRuleThatComesLaterHelpsNoRequestThatIsOpen() {
    var waiting = given(opened()).settingsNow(setting(automatic(APPROVES)));
    assertThat(waiting.state()).isInstanceOf(AccessRequest.Pending.class);
    waiting.when(open().as("again")).refused(dev.lockbox.domain.decision.Refusal.ALREADY_OPENED);
    waiting.when(approve().by(BEN)).happened(approved().by(BEN));
  }

  @Test
  void aRuleForAReasonMeetsWhatTheRequestSaysItIsFor() {
    var upgrade = open().saying(Said.nothing().reasonCode("UPGRADE").details());
    given()
        .settingsNow(setting(automatic(APPROVES, forReason(Effect.DENY, "UPGRADE"))))
        .when(upgrade)
        .happened(
            evaluated(EvaluationRules.NONE).through(upgrade), deniedByRule(NEVER).through(upgrade));
    var outage = open().saying(Said.nothing().reasonCode("OUTAGE").details());
    given()
        .settingsNow(setting(automatic(APPROVES, forReason(Effect.DENY, "UPGRADE"))))
        .when(outage)
        .happened(
            evaluated(EvaluationRules.NONE).through(outage),
            grantedByRule(LOGS, Conditions.NONE).through(outage));
  }

  @Test
  void whoSaysNoReasonIsDeniedByARuleForAny() {
    given()
        .settingsNow(setting(automatic(APPROVES, forReason(Effect.DENY, "UPGRADE"))))
        .when(open())
        .happened(deniedByRule(NEVER));
  }

  @Test
  void noRulePassesOnWhatTheProviderItselfTurnsDown() {
    given()
        .settingsNow(setting(automatic(APPROVES)))
        .evaluationNow(ALL_REQUIRED)
        .when(open())
        .happened(evaluated(ALL_REQUIRED));
  }

  private static AutoRule forReason(Effect effect, String reason) {
    return new AutoRule(
        NEVER,
        effect,
        new Match(
            List.of(new Glob("*")),
            List.of(NamePattern.of("/*")),
            Set.of(new Code(reason)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
