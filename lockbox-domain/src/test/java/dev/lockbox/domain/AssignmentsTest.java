package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.rules.CustomerRole.APPROVER;
import static dev.lockbox.domain.rules.CustomerRole.OWNER;
import static dev.lockbox.domain.rules.CustomerRole.READER;
import static dev.lockbox.domain.rules.CustomerRole.TENANT_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Scope;
import dev.lockbox.domain.rules.Scopes;
import dev.lockbox.domain.rules.Settings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roles on a tenant, a subscription or a resource, and who approves by them (F19, F70). */
class AssignmentsTest {
  private static final ResourceName ELSEWHERE =
      new ResourceName("/clusters/aro2/ns/openshift-etcd");

  private static Assignment of(PersonId person, CustomerRole role, String resources) {
    return new Assignment(Member.of(person.value(), person + "@contoso.example"), role, resources);
  }

  private static Settings assigned(Assignment... assignments) {
    return Policies.settingsHaving(new Assignments(List.of(assignments)));
  }

  @ParameterizedTest
  @EnumSource(
      value = CustomerRole.class,
      names = {"OWNER", "APPROVER"})
  void anOwnerOrAnApproverOfAResourceIsAskedAboutAllThatIsBelowIt(CustomerRole role) {
    given()
        .settingsNow(assigned(of(FEMI, role, "/Clusters/aro1")))
        .when(open())
        .happened(opened().approvers(ANNA, BEN, FEMI))
        .when(approve().by(FEMI))
        .happened(approved().by(FEMI));
  }

  @ParameterizedTest
  @EnumSource(
      value = CustomerRole.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"OWNER", "APPROVER"})
  void noOtherRoleApproves(CustomerRole role) {
    given()
        .settingsNow(assigned(of(FEMI, role, "")))
        .when(open())
        .happened(opened())
        .when(approve().by(FEMI))
        .refused(NOT_AN_APPROVER)
        .when(deny().by(FEMI))
        .refused(NOT_AN_APPROVER);
  }

  @Test
  void whoIsAssignedApprovesNothingBesideTheirScope() {
    var elsewhere = open().on(ELSEWHERE);
    given()
        .settingsNow(assigned(of(FEMI, APPROVER, "/clusters/aro1")))
        .when(elsewhere)
        .happened(opened().through(elsewhere))
        .when(approve().by(FEMI))
        .refused(NOT_AN_APPROVER)
        .when(deny().by(FEMI))
        .refused(NOT_AN_APPROVER);
  }

  @Test
  void aYesNeedsEveryResourceInAScopeOfTheirsAndANoAnyOfThem() {
    var both = open().on(Cast.RESOURCES.getFirst(), ELSEWHERE);
    given()
        .settingsNow(assigned(of(FEMI, APPROVER, "/clusters/aro1")))
        .when(both)
        .happened(opened().through(both))
        .when(approve().by(FEMI))
        .refused(NOT_AN_APPROVER)
        .when(deny().by(FEMI))
        .happened(denied().by(FEMI));
  }

  @Test
  void whoLostARoleSinceApprovesNothing() {
    given()
        .settingsNow(assigned(of(FEMI, APPROVER, "")))
        .when(open())
        .happened(opened().approvers(ANNA, BEN, FEMI))
        .settingsNow(assigned(of(FEMI, READER, "")))
        .when(approve().by(FEMI))
        .refused(NOT_AN_APPROVER);
  }

  @Test
  void whatScopesTakeFromARegisteredApproverAnAssignmentGives() {
    var nowhere = new Scopes(List.of(new Scope(Optional.of(BEN), Optional.empty(), "/elsewhere")));
    given()
        .settingsNow(
            Policies.settingsHaving(
                nowhere, new Assignments(List.of(of(ANNA, APPROVER, "/clusters/aro1")))))
        .when(open())
        .happened(opened().approvers(ANNA));
  }

  @Test
  void nobodyIsToldOfWhatIsOutsideTheirScope() {
    var off =
        assigned(of(FEMI, OWNER, "/clusters/aro2"), of(DORA, OWNER, "/clusters/aro1"))
            .with(Enrolment.OFF);
    var granted = given().settingsNow(off).when(open()).accepted().history().getFirst();
    assertThat(((GrantedWithoutCustomer) granted).approvers())
        .containsExactlyInAnyOrder(ANNA, BEN, DORA);
  }

  @Test
  void anAssignmentIsGivenOnceAndItsHolderHasOneAddress() {
    var one = of(FEMI, OWNER, "");
    assertThatThrownBy(() -> assigned(one, one)).hasMessageContaining("given once");
    var otherwise = new Assignment(Member.of("femi", "femi@other.example"), TENANT_ADMIN, "");
    assertThatThrownBy(() -> assigned(one, otherwise)).hasMessageContaining("one mail address");
  }

  @Test
  void whoIsAssignedActsForTheTenantBesideWhoIsRegistered() {
    var assignments =
        new Assignments(
            List.of(
                of(FEMI, APPROVER, "/clusters/aro1"),
                of(DORA, TENANT_ADMIN, ""),
                of(BEN, OWNER, "/clusters/aro1"),
                of(BEN, CustomerRole.AUDITOR, "")));
    var acting = Samples.MEMBERSHIP.with(assignments);
    assertThat(Membership.ids(acting.approvers())).containsExactlyInAnyOrder(ANNA, BEN, FEMI);
    assertThat(Membership.ids(acting.admins())).containsExactlyInAnyOrder(Cast.CARLA, DORA);
    assertThat(Membership.ids(acting.auditors())).containsExactlyInAnyOrder(DORA, BEN);
    assertThat(acting.approvers()).contains(Samples.BEN_MEMBER);
  }
}
