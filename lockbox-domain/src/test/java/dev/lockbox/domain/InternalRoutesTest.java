package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Checking.check;
import static dev.lockbox.domain.Checking.evaluation;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Evaluations.DETAILS;
import static dev.lockbox.domain.Evaluations.FACTS;
import static dev.lockbox.domain.Evaluations.MIRA;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Evaluations.SUPPORT_LEAD;
import static dev.lockbox.domain.Evaluations.TOM;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.InternalRoute;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.identity.Code;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who of the provider's own must say yes before the customer is asked. */
class InternalRoutesTest {
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

  private static boolean leads(InternalRoute route, Details details) {
    var rules =
        new EvaluationRules(Set.of(), Criteria.DEFAULTS, List.of(route), Duration.ofDays(1));
    return evaluation(details, FACTS, rules).outcome() == Evaluation.Outcome.NEEDS_INTERNAL;
  }
}
