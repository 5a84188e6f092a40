package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ACCESS_TOO_LONG;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.TICKET_REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Enrolment.Scope;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is behind the lockbox, and what is not (F17, F24, F30, F48, F103, F112, F152, F160). */
class EnrolmentTest {
  private static final ResourceName CLUSTER = new ResourceName("/clusters/aro1");
  private static final ResourceName LOOKALIKE =
      new ResourceName("/clusters/aro10/ns/openshift-etcd");

  private static Settings settings(Enrolment enrolment) {
    return settings(enrolment, Optional.empty(), false);
  }

  private static Settings settings(
      Enrolment enrolment, Optional<AccessLimits> limits, boolean ticket) {
    return new Settings(
        enrolment,
        limits,
        ApproverMode.SNAPSHOT,
        ticket,
        false,
        List.of(),
        List.of(StageRule.ANYBODY),
        List.of());
  }

  private static Enrolment below(ResourceName... subscriptions) {
    return new Enrolment(Scope.SUBSCRIPTIONS, Set.of(subscriptions));
  }

  @Test
  void aTenantThatIsNotEnrolledIsGrantedWithoutTheCustomerAndRecordedAsThat() {
    given()
        .settingsNow(settings(Enrolment.OFF))
        .when(open())
        .happened(grantedWithoutCustomer())
        .when(approve())
        .refused(ALREADY_DECIDED);
  }

  @Test
  void whatWasGrantedWithoutTheCustomerEndsLikeAnyGrant() {
    given(grantedWithoutCustomer()).when(revoke()).happened(revoked(REVOKED_BY_APPROVER));
    given(grantedWithoutCustomer().at(NOON))
        .when(enforceDeadline(), NOON.plus(Duration.ofHours(8)))
        .happened(ended());
  }

  @Test
  void anEnrolledSubscriptionCoversWhatIsBelowIt() {
    given().settingsNow(settings(below(CLUSTER))).when(open()).happened(opened());
  }

  @Test
  void aSubscriptionThatOnlyBeginsAlikeIsAnother() {
    assertThat(below(CLUSTER).coversAnyOf(List.of(LOOKALIKE))).isFalse();
    assertThat(below(CLUSTER).coversAnyOf(List.of(CLUSTER))).isTrue();
    assertThat(below(new ResourceName("/clusters/aro1/")).coversAnyOf(List.of(CLUSTER))).isTrue();
  }

  @Test
  void whatHoldsAnEnrolledSubscriptionIsCoveredTooAndSoIsAnotherSpelling() {
    var namespace = below(new ResourceName("/clusters/aro1/ns/openshift-etcd"));
    assertThat(namespace.coversAnyOf(List.of(CLUSTER))).isTrue();
    assertThat(namespace.coversAnyOf(List.of(LOOKALIKE))).isFalse();
    assertThat(below(CLUSTER).coversAnyOf(List.of(new ResourceName("/Clusters/ARO1/ns/x"))))
        .isTrue();
  }

  @Test
  void oneCoveredResourceSufficesForTheCustomerToBeAsked() {
    var both = open().on(LOOKALIKE, Cast.RESOURCES.getFirst());
    given().settingsNow(settings(below(CLUSTER))).when(both).happened(opened().through(both));
  }

  @Test
  void theTenantsOwnLimitsHold() {
    var limits = new AccessLimits(Duration.ofHours(12), Duration.ofHours(4));
    given()
        .settingsNow(settings(Enrolment.WHOLE_TENANT, Optional.of(limits), false))
        .when(open(), NOON)
        .happened(
            opened().accessFor(Duration.ofHours(4)).decideBy(NOON.plus(Duration.ofHours(12))));
    given()
        .settingsNow(settings(Enrolment.OFF, Optional.of(limits), false))
        .when(open().accessFor(Duration.ofHours(5)))
        .refused(ACCESS_TOO_LONG);
  }

  @Test
  void aTenantMayWantATicketWithEveryRequest() {
    var wanted = settings(Enrolment.WHOLE_TENANT, Optional.empty(), true);
    given().settingsNow(wanted).when(open().withoutTicket()).refused(TICKET_REQUIRED);
    given().settingsNow(wanted).when(open()).happened(opened());
    var off = settings(Enrolment.OFF, Optional.empty(), true);
    given().settingsNow(off).when(open().withoutTicket()).refused(TICKET_REQUIRED);
  }

  @Test
  void theScopeSaysWhetherThereAreSubscriptions() {
    assertThatThrownBy(() -> new Enrolment(Scope.SUBSCRIPTIONS, Set.of()))
        .hasMessageContaining("SUBSCRIPTIONS with 0");
    assertThatThrownBy(() -> new Enrolment(Scope.TENANT, Set.of(CLUSTER)))
        .hasMessageContaining("TENANT with 1");
  }
}
