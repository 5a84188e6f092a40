package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Evaluations.ALL_REQUIRED;
import static dev.lockbox.domain.Evaluations.BASICS;
import static dev.lockbox.domain.Evaluations.DETAILS;
import static dev.lockbox.domain.Evaluations.FACTS;
import static dev.lockbox.domain.Evaluations.MIRA;
import static dev.lockbox.domain.Evaluations.OPEN_TICKET;
import static dev.lockbox.domain.Evaluations.READER;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Evaluations.SUPPORT_LEAD;
import static dev.lockbox.domain.Evaluations.TOM;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.scheduled;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.evaluation.Check.Outcome.NOT_KNOWN;
import static dev.lockbox.domain.evaluation.Check.Outcome.SATISFIED;
import static dev.lockbox.domain.evaluation.Check.Outcome.UNSATISFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.Identity;
import dev.lockbox.domain.evaluation.InternalRoute;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.evaluation.TicketSnapshot;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
  private static final Set<ResourceName> ARO1 = Set.of(new ResourceName("/clusters/aro1"));

  @Test
  void aRequestOfWhichNothingElseIsSaidOrWantedIsOpenedAsEver() {
    given().when(open()).happened(opened());
  }

  @Test
  void whatIsSaidAndKnownIsRecordedFirstAndTheCustomerIsAskedThen() {
    var detailed = open().saying(DETAILS).knowing(FACTS);
    var after =
        given()
            .when(detailed)
            .happened(
                evaluated(EvaluationRules.NONE).through(detailed), opened().through(detailed));
    assertThat(after.state().opened().orElseThrow().details()).isEqualTo(DETAILS);
    assertThat(after.state()).isInstanceOf(AccessRequest.Pending.class);
  }

  @Test
  void aRequestThatMeetsEveryCriterionPasses() {
    var detailed = open().saying(DETAILS).knowing(FACTS);
    given()
        .evaluationNow(ALL_REQUIRED)
        .when(detailed)
        .happened(evaluated(ALL_REQUIRED).through(detailed), opened().through(detailed));
    assertThat(checks(DETAILS, FACTS, ALL_REQUIRED)).allMatch(one -> one.outcome() == SATISFIED);
  }

  @Test
  void allChecksAreMadeAndRecordedHoweverManyFail() {
    var after = given().evaluationNow(ALL_REQUIRED).when(open()).happened(evaluated(ALL_REQUIRED));
    var closed = (AccessRequest.Closed) after.state();
    assertThat(closed.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(closed.opened().orElseThrow().evaluation().orElseThrow().checks())
        .extracting(Check::name)
        .containsExactly(CheckName.values());
  }

  @ParameterizedTest
  @EnumSource(
      value = CheckName.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"JUSTIFICATION", "INTERNAL_APPROVERS", "PREVIOUS", "ADMISSION"})
  void whatIsRequiredAndNeitherSaidNorKnownIsInTheWay(CheckName name) {
    var wanted = requiring(Criteria.DEFAULTS, name);
    given().evaluationNow(wanted).when(open()).happened(evaluated(wanted));
    assertThat(outcome(name, Details.NONE, Facts.NONE)).isEqualTo(NOT_KNOWN);
  }

  @ParameterizedTest
  @EnumSource(CheckName.class)
  void whatIsNotRequiredIsRecordedAndNotInTheWay(CheckName name) {
    var found = evaluation(Details.NONE, Facts.NONE, EvaluationRules.NONE);
    assertThat(found.outcome()).isEqualTo(Evaluation.Outcome.PASSED);
    assertThat(found.checks()).extracting(Check::name).contains(name);
  }

  @Test
  void anEngineerIsEligibleBeforeTheEndAndNotAtIt() {
    assertThat(outcome(CheckName.ELIGIBILITY, eligibleUntil(Cast.MORNING.plusMillis(1))))
        .isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.ELIGIBILITY, eligibleUntil(Cast.MORNING))).isEqualTo(UNSATISFIED);
  }

  @Test
  void theRoleMustHaveEveryActionThatIsAskedFor() {
    var another =
        new HeldRole(
            new RoleId("other"),
            Set.of(),
            ARO1,
            PermissionLevel.ADMIN,
            Duration.ofHours(24),
            NOON,
            Set.of());
    assertThat(outcome(CheckName.ROLE, holding(another))).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.ROLE, holding(another, READER))).isEqualTo(SATISFIED);
  }

  @Test
  void aRoleThatHasEndedIsNotHeld() {
    assertThat(outcome(CheckName.ROLE, holding(readerUntil(Cast.MORNING)))).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.ROLE, holding(readerUntil(Cast.MORNING.plusMillis(1)))))
        .isEqualTo(SATISFIED);
  }

  @Test
  void aRoleIsOfNoUseWithoutWhatItNeeds() {
    assertThat(outcome(CheckName.ROLE_PREREQUISITE, holding(READER))).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.ROLE_PREREQUISITE, holding(READER, BASICS))).isEqualTo(SATISFIED);
  }

  @Test
  void theLevelAskedForIsWithinTheRoles() {
    assertThat(level(PermissionLevel.READ)).isEqualTo(SATISFIED);
    assertThat(level(PermissionLevel.WRITE)).isEqualTo(UNSATISFIED);
    assertThat(level(PermissionLevel.ADMIN)).isEqualTo(UNSATISFIED);
  }

  @Test
  void longerThanTheRoleAllowsIsTurnedDownAndNotClamped() {
    var shorter = readerFor(Duration.ofHours(8).minusMillis(1));
    assertThat(outcome(CheckName.MAX_DURATION, holding(shorter))).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.MAX_DURATION, holding(readerFor(Duration.ofHours(8)))))
        .isEqualTo(SATISFIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/clusters/aro1", "/CLUSTERS/ARO1/", "/clusters", "/"})
  void aResourceIsInTheScopeThatItLiesBelow(String scope) {
    assertThat(outcome(CheckName.RESOURCE_SCOPE, holding(readerOn(scope)))).isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.WORK_SCOPE, working(scope))).isEqualTo(SATISFIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/clusters/aro", "/clusters/aro1/ns/openshift-etcd/pods", "/vms"})
  void aResourceIsInNoScopeThatItMerelyResembles(String scope) {
    assertThat(outcome(CheckName.RESOURCE_SCOPE, holding(readerOn(scope)))).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.WORK_SCOPE, working(scope))).isEqualTo(UNSATISFIED);
  }

  @Test
  void oneRoleMustMeetAllThatIsAskedOfARole() {
    var longButElsewhere = role("a", "/elsewhere", PermissionLevel.ADMIN, 24);
    var hereButShort = role("b", "/clusters/aro1", PermissionLevel.ADMIN, 1);
    var found = checks(DETAILS, holding(longButElsewhere, hereButShort), ALL_REQUIRED);
    assertThat(found)
        .filteredOn(
            one ->
                EnumSet.of(CheckName.MAX_DURATION, CheckName.RESOURCE_SCOPE).contains(one.name()))
        .extracting(Check::outcome)
        .containsExactlyInAnyOrder(SATISFIED, UNSATISFIED);
  }

  @Test
  void theRoleThatMeetsMostIsTheOneThatCounts() {
    var poor = role("z-poor", "/elsewhere", PermissionLevel.READ, 1);
    var good = role("a-good", "/clusters/aro1", PermissionLevel.ADMIN, 24);
    for (var roles : List.of(List.of(poor, good), List.of(good, poor))) {
      var facts = holding(roles.toArray(HeldRole[]::new));
      assertThat(check(CheckName.ROLE, DETAILS, facts, EvaluationRules.NONE).found())
          .isEqualTo("a-good");
    }
  }

  @Test
  void aReasonMustBeLongEnoughToBeOne() {
    var chars = Cast.JUSTIFICATION.length();
    assertThat(outcome(CheckName.JUSTIFICATION, justified(chars))).isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.JUSTIFICATION, justified(chars + 1))).isEqualTo(UNSATISFIED);
  }

  @Test
  void aReasonCodeMustBeOnTheList() {
    var wanted = criteria(Set.of(new Code("UPGRADE")), Set.of(), Set.of(), false);
    assertThat(outcome(CheckName.REASON_CODE, DETAILS, wanted)).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.REASON_CODE, Said.nothing().reasonCode("UPGRADE"), wanted))
        .isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.REASON_CODE, DETAILS, EvaluationRules.NONE)).isEqualTo(SATISFIED);
  }

  @Test
  void anIsolatedIdentityOrASignInThatCannotBePhishedSufficesUnlessBothAreWanted() {
    var both = criteria(Set.of(), Set.of(), Set.of(), true);
    var isolated = Said.nothing().identity(Identity.Kind.ISOLATED, "pwd");
    var strong = Said.nothing().identity(Identity.Kind.STANDARD, "fido");
    var neither = Said.nothing().identity(Identity.Kind.STANDARD, "pwd", "otp");
    var all = Said.nothing().identity(Identity.Kind.ISOLATED, "fido");
    assertThat(outcome(CheckName.IDENTITY, isolated, EvaluationRules.NONE)).isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.IDENTITY, strong, EvaluationRules.NONE)).isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.IDENTITY, neither, EvaluationRules.NONE)).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.IDENTITY, isolated, both)).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.IDENTITY, strong, both)).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.IDENTITY, all, both)).isEqualTo(SATISFIED);
  }

  @Test
  void aTicketMustBeWorkedOnAndBeThisTenants() {
    assertThat(outcome(CheckName.TICKET, ticket(Cast.CONTOSO, "OPEN"), EvaluationRules.NONE))
        .isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.TICKET, ticket(Cast.CONTOSO, "CLOSED"), EvaluationRules.NONE))
        .isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.TICKET_TENANT, ticket(Cast.CONTOSO, "OPEN"), ALL_REQUIRED))
        .isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.TICKET_TENANT, ticket(Cast.FABRIKAM, "OPEN"), ALL_REQUIRED))
        .isEqualTo(UNSATISFIED);
  }

  @Test
  void theProvidersOwnMaintenanceNeedsNoTicketWhereThatIsSet() {
    var wanted = criteria(Set.of(), Set.of(new Code("PROVIDER_MAINTENANCE")), Set.of(), false);
    var maintenance = Said.nothing().reasonCode("PROVIDER_MAINTENANCE");
    assertThat(outcome(CheckName.TICKET, maintenance, wanted)).isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.TICKET, maintenance, EvaluationRules.NONE)).isEqualTo(NOT_KNOWN);
  }

  @Test
  void anEngineerWorksFromTheCountriesThatAreAllowed() {
    var wanted = criteria(Set.of(), Set.of(), Set.of(new Country("DE")), false);
    assertThat(outcome(CheckName.LOCATION, Said.nothing().country("DE"), wanted))
        .isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.LOCATION, Said.nothing().country("US"), wanted))
        .isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.LOCATION, Said.nothing().country("US"), EvaluationRules.NONE))
        .isEqualTo(SATISFIED);
  }

  @Test
  void aPurposeIsSaidWithHowNearItComesToWhatIsTheCustomers() {
    var half = Said.nothing().purpose(Purpose.SERVICE_UPDATE);
    assertThat(outcome(CheckName.PURPOSE, half, EvaluationRules.NONE)).isEqualTo(NOT_KNOWN);
    assertThat(outcome(CheckName.PURPOSE, half.dataAccess(DataAccess.NONE), EvaluationRules.NONE))
        .isEqualTo(SATISFIED);
  }

  @Test
  void whatWasTriedBeforeIsSaidAtSomeLength() {
    assertThat(
            outcome(
                CheckName.ALTERNATIVES,
                Said.nothing().alternativesTried("a reboot"),
                EvaluationRules.NONE))
        .isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.ALTERNATIVES, DETAILS, EvaluationRules.NONE)).isEqualTo(SATISFIED);
  }

  @Test
  void whereTheProvidersOwnApprovalIsWantedTheCustomerIsNotAskedYet() {
    var detailed = open().saying(DETAILS).knowing(FACTS);
    var after =
        given()
            .evaluationNow(TWO_INTERNAL_STAGES)
            .when(detailed)
            .happened(evaluated(TWO_INTERNAL_STAGES, Samples.INTERNAL_STAGES).through(detailed));
    assertThat(after.state()).isInstanceOf(AccessRequest.Evaluated.class);
    assertThat(after.state().opened().orElseThrow().approvers()).isEmpty();
    assertThat(after.state().deadline()).contains(Cast.MORNING.plus(Duration.ofDays(1)));
  }

  @Test
  void whereNobodyCouldSayYesInsideTheProviderTheRequestIsNotKeptWaiting() {
    given()
        .evaluationNow(TWO_INTERNAL_STAGES)
        .when(open().saying(DETAILS))
        .happened(evaluated(TWO_INTERNAL_STAGES).through(open().saying(DETAILS)));
    assertThat(
            check(CheckName.INTERNAL_APPROVERS, DETAILS, Facts.NONE, TWO_INTERNAL_STAGES)
                .isInTheWay())
        .isTrue();
  }

  @Test
  void nobodyIsTheirOwnInternalApprover() {
    var facts =
        new Facts(
            Optional.of(new Code("test")),
            List.of(),
            Optional.empty(),
            Set.of(),
            Optional.of(Cast.EVA),
            Map.of(SUPPORT_LEAD, Map.of(Cast.EVA, NOON, SAM, NOON)));
    var manager = new InternalStage(InternalStage.MANAGER, 1);
    var leads = new InternalStage(SUPPORT_LEAD, 1);
    assertThat(manager.people(facts, Cast.EVA, Cast.MORNING)).isEmpty();
    assertThat(leads.people(facts, Cast.EVA, Cast.MORNING)).containsExactly(SAM);
    assertThat(leads.people(FACTS, Cast.EVA, Cast.MORNING)).containsExactlyInAnyOrder(SAM, TOM);
    assertThat(manager.people(FACTS, Cast.EVA, Cast.MORNING)).containsExactly(MIRA);
  }

  @Test
  void whoIsNoInternalApproverAnyMoreDoesNotCount() {
    var sam = new InternalStage(SUPPORT_LEAD, 1);
    var end = FACTS.internalApprovers().get(SUPPORT_LEAD).get(SAM);
    assertThat(sam.people(FACTS, Cast.EVA, end.minusMillis(1))).contains(SAM);
    assertThat(sam.people(FACTS, Cast.EVA, end)).containsExactly(TOM);
  }

  @Test
  void aRouteLeadsWhatItNamesAndWhatIsLeftUnsaid() {
    var route =
        new InternalRoute(
            Optional.of(Purpose.SERVICE_UPDATE),
            Optional.of(PermissionLevel.WRITE),
            1,
            Set.of(new Code("UPGRADE")),
            Set.of(new Code("devops")),
            "/clusters",
            "k8s.",
            List.of(new InternalStage(SUPPORT_LEAD, 1)));
    var said =
        Said.nothing()
            .purpose(Purpose.SERVICE_UPDATE)
            .level(PermissionLevel.ADMIN)
            .escalationLevel(2)
            .reasonCode("UPGRADE")
            .team("devops")
            .details();
    assertThat(leads(route, said)).isTrue();
    assertThat(leads(route, Said.nothing().escalationLevel(1).details())).isTrue();
    assertThat(leads(route, Details.NONE)).isFalse();
    for (var other :
        List.of(
            Said.nothing().escalationLevel(1).purpose(Purpose.DATA_ACCESS),
            Said.nothing().escalationLevel(1).level(PermissionLevel.READ),
            Said.nothing().escalationLevel(1).reasonCode("INCIDENT"),
            Said.nothing().escalationLevel(1).team("support"))) {
      assertThat(leads(route, other.details())).isFalse();
    }
  }

  @Test
  void whatIsNotBehindTheLockboxIsEvaluatedAllTheSame() {
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
    var detailed = open().saying(DETAILS).knowing(FACTS);
    given()
        .settingsNow(off)
        .evaluationNow(ALL_REQUIRED)
        .when(detailed)
        .happened(
            evaluated(ALL_REQUIRED).through(detailed),
            grantedWithoutCustomer().through(detailed),
            scheduled(NOON, NOON.plus(Duration.ofHours(8))).through(detailed));
  }

  @Test
  void theSameRequestStaysTheSameWhateverIsKnownByThen() {
    var first = open().saying(DETAILS).as("open").build(0);
    var second = open().saying(DETAILS).knowing(FACTS).as("open").build(0);
    assertThat(second.content()).isEqualTo(first.content());
    assertThat(open().as("open").build(0).content()).isNotEqualTo(first.content());
  }

  @Test
  void detailsOfAnotherPersonOrTenantAreNotTaken() {
    var by = new Attempt(Cast.JIT, new DecisionId("open"));
    var asked = ((OpenRequest) open().engineer(Cast.FEMI).build(0)).asked();
    assertThatThrownBy(() -> new OpenRequest(Cast.REQUEST, by, asked, DETAILS, Facts.NONE))
        .hasMessageContaining("femi");
    var elsewhere = new RequestId(Cast.FABRIKAM, "req-1");
    var said = Said.nothing().previous(new Previous(Previous.Kind.HAND_OVER, elsewhere)).details();
    assertThatThrownBy(() -> said.mustFit(Cast.CONTOSO, Cast.EVA))
        .hasMessageContaining("fabrikam/req-1");
    Said.nothing().pseudonym("Seven").details().mustFit(Cast.CONTOSO, Cast.EVA);
  }

  @Test
  void whatStandsInTheWayIsNeverPassed() {
    var failed = new Check(CheckName.ROLE, true, UNSATISFIED, "a role", "none");
    assertThatThrownBy(
            () ->
                new Evaluation(
                    Details.NONE, Facts.NONE, List.of(failed), Evaluation.Outcome.PASSED))
        .hasMessageContaining("REJECTED");
  }

  private static boolean leads(InternalRoute route, Details details) {
    var rules =
        new EvaluationRules(Set.of(), Criteria.DEFAULTS, List.of(route), Duration.ofDays(1));
    return evaluation(details, FACTS, rules).outcome() == Evaluation.Outcome.NEEDS_INTERNAL;
  }

  private static EvaluationRules requiring(Criteria criteria, CheckName... names) {
    return new EvaluationRules(Set.of(names), criteria, List.of(), Duration.ofDays(1));
  }

  private static EvaluationRules justified(int charsMin) {
    var d = Criteria.DEFAULTS;
    return requiring(
        new Criteria(
            charsMin,
            d.alternativesCharsMin(),
            Set.of(),
            Set.of(),
            d.openStatuses(),
            Set.of(),
            d.strongMethods(),
            false));
  }

  private static EvaluationRules criteria(
      Set<Code> reasons, Set<Code> withoutTicket, Set<Country> countries, boolean both) {
    var d = Criteria.DEFAULTS;
    return requiring(
        new Criteria(
            d.justificationCharsMin(),
            d.alternativesCharsMin(),
            reasons,
            withoutTicket,
            d.openStatuses(),
            countries,
            d.strongMethods(),
            both));
  }

  private static Details ticket(TenantId tenant, String status) {
    return Said.nothing()
        .ticket(
            new TicketSnapshot(
                tenant,
                OPEN_TICKET.openedBy(),
                OPEN_TICKET.assignee(),
                new Code(status),
                Optional.empty()))
        .details();
  }

  private static Check.Outcome level(PermissionLevel asked) {
    return check(
            CheckName.PERMISSION_LEVEL,
            Said.nothing().level(asked).details(),
            FACTS,
            EvaluationRules.NONE)
        .outcome();
  }

  private static Check.Outcome outcome(CheckName name, Facts facts) {
    return outcome(name, DETAILS, facts);
  }

  private static Check.Outcome outcome(CheckName name, Details details, Facts facts) {
    return check(name, details, facts, EvaluationRules.NONE).outcome();
  }

  private static Check.Outcome outcome(CheckName name, EvaluationRules rules) {
    return check(name, DETAILS, FACTS, rules).outcome();
  }

  private static Check.Outcome outcome(CheckName name, Details details, EvaluationRules rules) {
    return check(name, details, FACTS, rules).outcome();
  }

  private static Check.Outcome outcome(CheckName name, Said said, EvaluationRules rules) {
    return outcome(name, said.details(), rules);
  }

  private static Check check(CheckName name, Details details, Facts facts, EvaluationRules rules) {
    return checks(details, facts, rules).stream()
        .filter(one -> one.name() == name)
        .findFirst()
        .orElseThrow();
  }

  private static List<Check> checks(Details details, Facts facts, EvaluationRules rules) {
    return evaluation(details, facts, rules).checks();
  }

  private static Evaluation evaluation(Details details, Facts facts, EvaluationRules rules) {
    var asked = (OpenRequest) open().saying(details).knowing(facts).build(0);
    return Evaluations.evaluation(asked, rules);
  }

  private static Facts eligibleUntil(Instant end) {
    return new Facts(
        FACTS.source(),
        FACTS.roles(),
        Optional.of(end),
        FACTS.workScopes(),
        FACTS.manager(),
        FACTS.internalApprovers());
  }

  private static Facts holding(HeldRole... roles) {
    return new Facts(
        FACTS.source(),
        List.of(roles),
        FACTS.eligibleUntil(),
        FACTS.workScopes(),
        FACTS.manager(),
        FACTS.internalApprovers());
  }

  private static Facts working(String scope) {
    return new Facts(
        FACTS.source(),
        FACTS.roles(),
        FACTS.eligibleUntil(),
        Set.of(new ResourceName(scope)),
        FACTS.manager(),
        FACTS.internalApprovers());
  }

  private static HeldRole readerUntil(Instant end) {
    return new HeldRole(
        READER.role(),
        READER.actions(),
        READER.scopes(),
        READER.level(),
        READER.accessFor(),
        end,
        Set.of());
  }

  private static HeldRole readerFor(Duration longest) {
    return new HeldRole(
        READER.role(),
        READER.actions(),
        READER.scopes(),
        READER.level(),
        longest,
        READER.until(),
        Set.of());
  }

  private static HeldRole readerOn(String scope) {
    return role("reader", scope, PermissionLevel.READ, 8);
  }

  private static HeldRole role(String id, String scope, PermissionLevel level, int hours) {
    return new HeldRole(
        new RoleId(id),
        READER.actions(),
        Set.of(new ResourceName(scope)),
        level,
        Duration.ofHours(hours),
        READER.until(),
        Set.of());
  }
}
