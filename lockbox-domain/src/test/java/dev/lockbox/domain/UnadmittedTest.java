package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.withdraw;
import static dev.lockbox.domain.Evaluations.ALL_REQUIRED;
import static dev.lockbox.domain.Evaluations.DETAILS;
import static dev.lockbox.domain.Evaluations.FACTS;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ACCESS_TOO_LONG;
import static dev.lockbox.domain.decision.Refusal.ALREADY_OPENED;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static dev.lockbox.domain.decision.Refusal.CLOSED_BEFORE_OPENED;
import static dev.lockbox.domain.decision.Refusal.GRANTS_FROZEN;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.TICKET_REQUIRED;
import static dev.lockbox.domain.decision.Refusal.TOO_MANY_OPEN;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static dev.lockbox.domain.decision.Refusal.UNSUPPORTED_RESOURCE_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Pace;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests that are refused after they were looked at: what is known of them is in the record. */
class UnadmittedTest {
  private static final ResourceName NOWHERE = new ResourceName("/nowhere/at-all");
  private static final Duration TOO_LONG = AccessLimits.DEFAULTS.accessFor().plusMillis(1);
  private static final Moment SUSPECT = new Moment(MORNING, MORNING, true, false);

  @Test
  void whateverSpeaksAgainstARequestAllChecksAreMadeAndStandBesideIt() {
    given()
        .evaluationNow(ALL_REQUIRED)
        .when(open().saying(DETAILS).knowing(FACTS).accessFor(TOO_LONG))
        .refusedAsSeen(ALL_REQUIRED, ACCESS_TOO_LONG);
    given()
        .when(open().saying(DETAILS).on(NOWHERE))
        .refusedAsSeen(EvaluationRules.NONE, UNSUPPORTED_RESOURCE_TYPE);
  }

  @Test
  void allThatSpeaksAgainstItIsNamedTheFirstToldAsEver() {
    given()
        .settingsNow(wantingATicketAndOneAtATime())
        .askingAlready(new Asking(1, Denials.NONE))
        .when(open().saying(DETAILS).withoutTicket().on(NOWHERE).accessFor(TOO_LONG))
        .refusedAsSeen(
            EvaluationRules.NONE,
            UNSUPPORTED_RESOURCE_TYPE,
            TOO_MANY_OPEN,
            ACCESS_TOO_LONG,
            TICKET_REQUIRED);
  }

  @Test
  void soItIsWhereTheProvidersOwnPeopleWouldBeAsked() {
    given()
        .evaluationNow(TWO_INTERNAL_STAGES)
        .when(open().knowing(FACTS).accessFor(TOO_LONG))
        .refusedAsSeen(TWO_INTERNAL_STAGES, ACCESS_TOO_LONG);
  }

  @Test
  void whatNobodyOfTheCustomerCouldDecideIsRecordedWithWhatWasFound() {
    given()
        .approversNow()
        .when(open().saying(DETAILS).knowing(FACTS))
        .refusedAsSeen(EvaluationRules.NONE, NO_APPROVERS);
  }

  @Test
  void whatIsNotGrantedAtSuchAMomentIsRecordedWithWhatWasFound() {
    var unasked = given().settingsNow(notEnrolled());
    unasked
        .when(open().saying(DETAILS).knowing(FACTS), SUSPECT)
        .refusedAsSeen(EvaluationRules.NONE, CLOCK_SUSPECT);
    unasked
        .when(open().saying(DETAILS).knowing(FACTS), Moment.at(MORNING).frozen(true))
        .refusedAsSeen(EvaluationRules.NONE, GRANTS_FROZEN);
    unasked.when(open(), SUSPECT).refusedUnseen(CLOCK_SUSPECT);
  }

  @Test
  void whereNobodyLooksTheRefusalStandsAlone() {
    given().when(open().accessFor(TOO_LONG)).refusedUnseen(ACCESS_TOO_LONG);
  }

  @Test
  void itsIdIsNotTakenAndItMayBeAskedForAgain() {
    var refused =
        given()
            .askingAlready(new Asking(1, Denials.NONE))
            .settingsNow(wantingATicketAndOneAtATime())
            .when(open().saying(DETAILS))
            .refusedAsSeen(EvaluationRules.NONE, TOO_MANY_OPEN);
    assertThat(refused.state()).isEqualTo(AccessRequest.UNOPENED);
    var again = open().saying(DETAILS).knowing(FACTS);
    refused
        .askingAlready(Asking.NOTHING_ELSE)
        .when(again)
        .happened(evaluated(EvaluationRules.NONE).through(again), opened().through(again));
  }

  @Test
  void whatCannotBeOpenedByItsIdIsNotLookedAt() {
    var detailed = open().saying(DETAILS).accessFor(TOO_LONG);
    given(opened()).when(detailed.as("other")).refusedUnseen(ALREADY_OPENED);
    given().when(withdraw()).accepted().when(detailed).refusedUnseen(CLOSED_BEFORE_OPENED);
    given().tenantUnknown().when(detailed).refusedUnseen(UNKNOWN_TENANT);
  }

  @Test
  void whatIsNotAdmittedIsRejected() {
    var open = (RequestCommand.OpenRequest) open().build(0);
    var passed = Evaluations.evaluation(open, EvaluationRules.NONE);
    assertThatThrownBy(() -> new Unadmitted(open.asked(), passed)).hasMessageContaining("REJECTED");
  }

  @Test
  void everyReasonAtOnceFitsIntoACheck() {
    var open = (RequestCommand.OpenRequest) open().build(0);
    var all = Stream.of(Refusal.values()).map(Refusal::name).limit(20).toList();
    var found = Evaluations.evaluation(open, EvaluationRules.NONE).refusedFor(all);
    assertThat(found.checks().get(CheckName.ADMISSION.ordinal()).found())
        .contains(all)
        .hasSizeLessThan(Check.TEXT_CHARS_MAX);
  }

  private static Settings wantingATicketAndOneAtATime() {
    return new Settings(
            Settings.DEFAULTS.enrolment(),
            Optional.empty(),
            ApproverMode.SNAPSHOT,
            true,
            false,
            List.of(),
            Settings.DEFAULTS.stages(),
            List.of())
        .with(Policies.having(new Pace(Optional.of(1), Optional.empty())));
  }

  private static Settings notEnrolled() {
    return Settings.DEFAULTS.with(Enrolment.OFF);
  }
}
