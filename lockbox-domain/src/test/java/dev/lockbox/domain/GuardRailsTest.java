package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.CONTRADICTING_RULES;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_ADMIN;
import static dev.lockbox.domain.decision.Refusal.PLAN_NOT_ELIGIBLE;
import static dev.lockbox.domain.evaluation.Check.Outcome.SATISFIED;
import static dev.lockbox.domain.evaluation.Check.Outcome.UNSATISFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Unasked;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.rules.Disabling;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Enrolment.Scope;
import dev.lockbox.domain.rules.GuardRail;
import dev.lockbox.domain.rules.GuardRails;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.tenant.Changes;
import dev.lockbox.domain.tenant.Offer;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.domain.time.Moment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be behind the lockbox whatever the enrolment says (F84). */
class GuardRailsTest {
  private static final GuardRail PROD = rail("prod", "env=prod");
  private static final GuardRail CLUSTER = naming("cluster", "/clusters/aro1");
  private static final Settings OFF = Settings.DEFAULTS.with(Enrolment.OFF);

  private static GuardRail rail(String id, String... tags) {
    return new GuardRail(
        new Code(id), Stream.of(tags).map(Code::new).collect(Collectors.toSet()), List.of());
  }

  private static GuardRail naming(String id, String... resources) {
    return new GuardRail(
        new Code(id), Set.of(), Stream.of(resources).map(NamePattern::of).toList());
  }

  private static Settings railed(Settings settings, GuardRail... rails) {
    return settings.with(settings.policy().with(new GuardRails(List.of(rails))));
  }

  private static Commands.Open tagged(String... tags) {
    return open().saying(Said.nothing().tags(tags).details());
  }

  private static Check found(Scenario.Verdict verdict) {
    var state = verdict.accepted().state();
    var opening = state.opened().orElseThrow();
    return opening.evaluation().orElseThrow().checks().get(CheckName.GUARD_RAIL.ordinal());
  }

  @Test
  void whatARailIsAboutIsAskedAsThoughItWereEnrolledAndTheCheckSaysWhichRailAndWhichResource() {
    var verdict = given().settingsNow(railed(OFF, PROD)).when(tagged("env=prod"));
    assertThat(verdict.accepted().state()).isInstanceOf(Pending.class);
    var check = found(verdict);
    assertThat(check.outcome()).isEqualTo(UNSATISFIED);
    assertThat(check.isRequired()).isFalse();
    assertThat(check.expected())
        .isEqualTo("behind the lockbox: /clusters/aro1/ns/openshift-etcd by prod");
    assertThat(check.found()).isEqualTo("not enrolled: /clusters/aro1/ns/openshift-etcd by prod");
  }

  @Test
  void aRailByNameNeedsNobodyToSayAnything() {
    var verdict = given().settingsNow(railed(OFF, CLUSTER)).when(open());
    assertThat(verdict.accepted().state()).isInstanceOf(Pending.class);
    assertThat(found(verdict).found()).contains("by cluster");
  }

  @Test
  void whatNoRailIsAboutIsGrantedWithoutTheCustomerAsBefore() {
    for (var settings : List.of(railed(OFF, PROD), railed(OFF, naming("vaults", "/vaults")))) {
      var verdict = given().settingsNow(settings).when(tagged("env=test"));
      assertThat(verdict.accepted().state()).isInstanceOf(AccessRequest.Granted.class);
      assertThat(found(verdict).outcome()).isEqualTo(SATISFIED);
    }
    given().settingsNow(OFF).when(open()).happened(grantedWithoutCustomer());
  }

  @Test
  void aRailByTagAndNameNeedsBoth() {
    var both =
        new GuardRail(
            new Code("both"), Set.of(new Code("env=prod")), List.of(NamePattern.of("/vaults")));
    var cluster = given().settingsNow(railed(OFF, both)).when(tagged("env=prod"));
    assertThat(cluster.accepted().state()).isInstanceOf(AccessRequest.Granted.class);
    assertThat(both.isAbout(new ResourceName("/vaults/v1"), Set.of(new Code("env=prod")))).isTrue();
    assertThat(both.isAbout(new ResourceName("/vaults/v1"), Set.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"env=prod", "ENV=Prod"})
  void tagsAreMetInAnyCase(String said) {
    assertThat(PROD.isAbout(new ResourceName("/clusters/aro1"), Set.of(new Code(said)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/clusters", "/CLUSTERS/Aro1", "/clusters/aro1/ns/x", "no path at all?"})
  void whatIsMeantAndWhatIsBelowItAndWhatHoldsItIsMet(String name) {
    assertThat(CLUSTER.isAbout(new ResourceName(name.replace(' ', '+')), Set.of())).isTrue();
    assertThat(CLUSTER.isAbout(new ResourceName("/clusters/aro10"), Set.of())).isFalse();
  }

  @Test
  void whatIsEnrolledSatisfiesTheCheck() {
    var verdict = given().settingsNow(railed(Settings.DEFAULTS, CLUSTER)).when(open());
    assertThat(found(verdict).outcome()).isEqualTo(SATISFIED);
    assertThat(found(verdict).expected()).contains("/clusters/aro1/ns/openshift-etcd by cluster");
  }

  @Test
  void theProvidersRailsHoldForEveryCustomerBesideTheirOwn() {
    var verdict =
        given()
            .settingsNow(railed(OFF, CLUSTER))
            .guardRailsNow(new GuardRails(List.of(PROD)))
            .when(tagged("env=prod"));
    assertThat(verdict.accepted().state()).isInstanceOf(Pending.class);
    assertThat(found(verdict).found()).contains("by prod").contains("by cluster");
    var alone =
        given().settingsNow(OFF).guardRailsNow(new GuardRails(List.of(CLUSTER))).when(open());
    assertThat(alone.accepted().state()).isInstanceOf(Pending.class);
  }

  @Test
  void whereTheDeploymentRequiresItARequestForWhatIsNotEnrolledIsTurnedDown() {
    var wanted =
        new EvaluationRules(
            Set.of(CheckName.GUARD_RAIL),
            Criteria.DEFAULTS,
            List.of(),
            EvaluationRules.NONE.internalWindow());
    var state =
        given()
            .settingsNow(railed(OFF, CLUSTER))
            .evaluationNow(wanted)
            .when(open())
            .accepted()
            .state();
    assertThat(((Closed) state).outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void whatComesNowhereNearTheDataIsNotAskedByARail() {
    var unasked = new Unasked(Set.of(DataAccess.NONE), Set.of());
    var rules =
        new EvaluationRules(
            Set.of(), Criteria.DEFAULTS, List.of(), EvaluationRules.NONE.internalWindow(), unasked);
    var harmless =
        open().saying(Said.nothing().tags("env=prod").dataAccess(DataAccess.NONE).details());
    var granted =
        given().settingsNow(railed(OFF, PROD)).evaluationNow(rules).when(harmless).accepted();
    assertThat(granted.state()).isInstanceOf(AccessRequest.Granted.class);
  }

  @Test
  void whatARailNamesIsNotTakenOutOfTheLockboxByTheSameRules() {
    var enrolled = railed(Settings.DEFAULTS, CLUSTER);
    assertRefused(CONTRADICTING_RULES, change(enrolled, CARLA, railed(OFF, CLUSTER)));
    assertRefused(
        CONTRADICTING_RULES, change(enrolled, CARLA, railed(only("/clusters/aro2"), CLUSTER)));
    assertAccepted(change(enrolled, CARLA, railed(only("/clusters/ARO1"), CLUSTER)));
    assertAccepted(change(enrolled, CARLA, railed(OFF, PROD)));
    assertAccepted(change(enrolled, CARLA, OFF));
  }

  @Test
  void ofWhatIsEnrolledByNameOnlyWhatIsTakenOutCounts() {
    var two = railed(only("/clusters/aro1", "/clusters/aro2"), naming("ones", "/clusters/*1"));
    assertAccepted(
        change(two, CARLA, railed(only("/clusters/aro1"), naming("ones", "/clusters/*1"))));
    assertRefused(
        CONTRADICTING_RULES,
        change(two, CARLA, railed(only("/clusters/aro2"), naming("ones", "/clusters/*1"))));
  }

  @Test
  void whatIsNotEnrolledMayGetARailAllTheSame() {
    assertAccepted(change(OFF, CARLA, railed(OFF, CLUSTER)));
  }

  @Test
  void aRailIsSetByWhoeverEnrolsAndTakenAwayByTwoWhereThatIsWanted() {
    var security =
        new Assignments(
            List.of(new Assignment(Samples.DORA_MEMBER, CustomerRole.SECURITY_ADMIN, "")));
    var assigned = OFF.with(OFF.policy().with(security));
    assertRefused(NOT_AN_ADMIN, change(assigned, DORA, railed(assigned, PROD)));
    var wary = railed(Settings.DEFAULTS.with(Policies.having(new Disabling(true))), PROD);
    assertThat(only(change(wary, CARLA, railed(wary, PROD, CLUSTER))))
        .isInstanceOf(SettingsChanged.class);
    assertThat(only(change(wary, CARLA, railed(wary)))).isInstanceOf(SettingsProposed.class);
    assertThat(only(change(wary, CARLA, railed(wary, rail("prod", "env=none")))))
        .isInstanceOf(SettingsProposed.class);
  }

  @Test
  void aLesserPlanGetsNoRailAndKeepsWhatItHas() {
    var offer =
        new Offer(List.of("Basic", "Premier"), Optional.of("Premier"), Enrolment.WHOLE_TENANT);
    assertRefused(PLAN_NOT_ELIGIBLE, change(OFF, CARLA, railed(OFF, PROD), offer));
    assertAccepted(change(railed(OFF, PROD, CLUSTER), CARLA, railed(OFF, PROD), offer));
  }

  @Test
  void boundsHold() {
    assertThatIllegalArgumentException().isThrownBy(() -> rail("nothing"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GuardRails(List.of(PROD, rail("prod", "env=test"))));
    var most =
        IntStream.range(0, GuardRails.GIVEN_MAX).mapToObj(i -> rail("rail-" + i, "a")).toList();
    new GuardRails(most);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GuardRails(Stream.concat(most.stream(), Stream.of(PROD)).toList()));
    var one = NamePattern.of("/a");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new GuardRail(
                    new Code("many"),
                    Set.of(),
                    Collections.nCopies(GuardRail.PATTERNS_MAX + 1, one)));
  }

  private static Settings only(String... branches) {
    var subscriptions = Stream.of(branches).map(ResourceName::new).collect(Collectors.toSet());
    return Settings.DEFAULTS.with(new Enrolment(Scope.SUBSCRIPTIONS, subscriptions));
  }

  private static Decision<TenantEvent> change(Settings now, PersonId by, Settings wanted) {
    return change(now, by, wanted, Offer.TO_EVERYBODY);
  }

  private static Decision<TenantEvent> change(
      Settings now, PersonId by, Settings wanted, Offer offer) {
    var members =
        new Membership(
            "Basic", Set.of(Samples.ANNA_MEMBER), Set.of(Samples.CARLA_MEMBER), Set.of());
    var tenant =
        new Tenant.Registered(members, now, Optional.empty(), Changes.NONE, new Trail(1, Map.of()));
    var attempt = new Attempt(by, new DecisionId("change"));
    return TenantDecider.decide(
        tenant, new ChangeSettings(CONTOSO, attempt, wanted), offer, Moment.at(NOON));
  }

  private static TenantEvent only(Decision<TenantEvent> decision) {
    return ((Accepted<TenantEvent>) decision).events().getFirst();
  }

  private static void assertAccepted(Decision<TenantEvent> decision) {
    assertThat(decision).isInstanceOf(Accepted.class);
  }

  private static void assertRefused(Refusal why, Decision<TenantEvent> decision) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(why));
  }
}
