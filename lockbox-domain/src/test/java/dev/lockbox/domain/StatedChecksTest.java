package dev.lockbox.domain;

import static dev.lockbox.domain.Checking.criteria;
import static dev.lockbox.domain.Checking.outcome;
import static dev.lockbox.domain.Checking.requiring;
import static dev.lockbox.domain.Evaluations.ALL_REQUIRED;
import static dev.lockbox.domain.Evaluations.DETAILS;
import static dev.lockbox.domain.Evaluations.OPEN_TICKET;
import static dev.lockbox.domain.evaluation.Check.Outcome.NOT_KNOWN;
import static dev.lockbox.domain.evaluation.Check.Outcome.SATISFIED;
import static dev.lockbox.domain.evaluation.Check.Outcome.UNSATISFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Identity;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.evaluation.TicketSnapshot;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a request must say of itself. */
class StatedChecksTest {
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
}
