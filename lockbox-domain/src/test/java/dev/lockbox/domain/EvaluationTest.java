package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Checking.checks;
import static dev.lockbox.domain.Checking.evaluation;
import static dev.lockbox.domain.Checking.outcome;
import static dev.lockbox.domain.Checking.requiring;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Evaluations.ALL_REQUIRED;
import static dev.lockbox.domain.Evaluations.DETAILS;
import static dev.lockbox.domain.Evaluations.FACTS;
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
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the provider looks at before a customer is asked, and that all of it is recorded. */
class EvaluationTest {
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
      names = {"JUSTIFICATION", "INTERNAL_APPROVERS", "PREVIOUS", "ADMISSION", "GUARD_RAIL"})
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
}
