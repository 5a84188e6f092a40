package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.cancelled;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.faulted;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ACCESS_NOT_POSITIVE;
import static dev.lockbox.domain.decision.Refusal.ACCESS_TOO_LONG;
import static dev.lockbox.domain.decision.Refusal.ALREADY_OPENED;
import static dev.lockbox.domain.decision.Refusal.CLOSED_BEFORE_OPENED;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.REQUEST_FAULTED;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.rules.AccessLimits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);

  @Test
  void aRequestWaitsFourDaysAndAsksForEightHoursUnlessTheTenantSaysOtherwise() {
    given()
        .when(open(), MORNING)
        .happened(
            opened()
                .decideBy(Instant.parse("2026-03-06T08:00:00Z"))
                .accessFor(EIGHT_HOURS)
                .approvers(ANNA, BEN));
  }

  @Test
  void theTenantsLimitsDecideTheDeadlineAndTheAccess() {
    given()
        .limitsNow(new AccessLimits(Duration.ofSeconds(20), Duration.ofSeconds(30)))
        .when(open(), NOON)
        .happened(opened().decideBy(NOON.plusSeconds(20)).accessFor(Duration.ofSeconds(30)));
  }

  @Test
  void limitsThatChangeLaterDoNotTouchARequestThatIsOpen() {
    var state =
        given(opened().decideBy(NOON))
            .limitsNow(new AccessLimits(Duration.ofSeconds(1), Duration.ofSeconds(1)))
            .state();
    assertThat(state.deadline()).contains(NOON);
  }

  @Test
  void anEngineerMayAskForLessThanTheTenantGrants() {
    var shorter = open().accessFor(Duration.ofMinutes(5));
    given()
        .when(shorter, NOON)
        .happened(opened().through(shorter).accessFor(Duration.ofMinutes(5)));
  }

  @Test
  void anEngineerMayAskForExactlyWhatTheTenantGrants() {
    var exactly = open().accessFor(EIGHT_HOURS);
    given().when(exactly).happened(opened().through(exactly).accessFor(EIGHT_HOURS));
  }

  @ParameterizedTest
  @ValueSource(longs = {8 * 3600_000L + 1, 9 * 3600_000L, Long.MAX_VALUE})
  void askingForMoreThanTheTenantGrantsIsRefused(long millis) {
    given().when(open().accessFor(Duration.ofMillis(millis))).refused(ACCESS_TOO_LONG);
  }

  @Test
  void theLongestDurationThereIsIsRefusedToo() {
    given().when(open().accessFor(Duration.ofSeconds(Long.MAX_VALUE))).refused(ACCESS_TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void askingForNoTimeOrLessIsRefused(long millis) {
    given().when(open().accessFor(Duration.ofMillis(millis))).refused(ACCESS_NOT_POSITIVE);
  }

  @Test
  void theShortestDurationThereIsIsRefusedToo() {
    given().when(open().accessFor(Duration.ofSeconds(Long.MIN_VALUE))).refused(ACCESS_NOT_POSITIVE);
  }

  @Test
  void aTenantNobodyRegisteredHasNoRequests() {
    given().tenantUnknown().when(open()).refused(UNKNOWN_TENANT);
  }

  @Test
  void aRequestNobodyMayApproveIsNotOpened() {
    given().approversNow().when(open()).refused(NO_APPROVERS);
  }

  @Test
  void aRequestOfTheOnlyApproverIsNotOpened() {
    given().approversNow(ANNA).when(open().engineer(ANNA)).refused(NO_APPROVERS);
  }

  @Test
  void anEngineerWhoIsAlsoAnApproverIsNotAmongThoseWhoMayDecide() {
    var own = open().engineer(ANNA);
    given().when(own).happened(opened().through(own).approvers(BEN));
  }

  @Test
  void whoMayDecideIsReadFromTheRegistryAtOpening() {
    given().approversNow(FEMI).when(open()).happened(opened().approvers(FEMI));
  }

  @Test
  void anIdIsOpenedOnce() {
    given(opened()).when(open()).refused(ALREADY_OPENED);
    given(opened(), approved()).when(open()).refused(ALREADY_OPENED);
    given(opened(), denied()).when(open()).refused(ALREADY_OPENED);
  }

  @Test
  void aWithdrawalThatOvertakesItsRequestClosesTheIdForGood() {
    given(withdrawn())
        .when(open())
        .refused(CLOSED_BEFORE_OPENED)
        .when(open().as("again"))
        .refused(CLOSED_BEFORE_OPENED);
  }

  @Test
  void aResolvedTicketThatOvertakesItsRequestClosesTheIdForGood() {
    given(cancelled())
        .when(open())
        .refused(CLOSED_BEFORE_OPENED)
        .when(open().as("again"))
        .refused(CLOSED_BEFORE_OPENED);
  }

  @Test
  void aFaultedRequestIsNotOpenedAgain() {
    given(faulted()).when(open()).refused(REQUEST_FAULTED);
    given(opened(), faulted()).when(open()).refused(REQUEST_FAULTED);
  }
}
