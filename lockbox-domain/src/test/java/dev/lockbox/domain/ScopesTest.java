package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approvalsRequired;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.Scope;
import dev.lockbox.domain.rules.Scopes;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.StageRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who approves on which scope, and below it (F19, F70, F108). */
class ScopesTest {
  private static final GroupId SECURITY = new GroupId("security");
  private static final ResourceName ELSEWHERE =
      new ResourceName("/clusters/aro2/ns/openshift-etcd");

  private static Settings scoped(Scope... scopes) {
    return Policies.settingsHaving(new Scopes(List.of(scopes)));
  }

  private static Scope of(PersonId person, String resources) {
    return new Scope(Optional.of(person), Optional.empty(), resources);
  }

  @Test
  void aScopeHoldsForAllThatIsBelowIt() {
    given()
        .settingsNow(scoped(of(ANNA, "/clusters/ARO1"), of(BEN, "/clusters/aro2")))
        .when(open())
        .happened(opened().approvers(ANNA))
        .when(approve().by(BEN))
        .refused(NOT_AN_APPROVER)
        .when(approve())
        .happened(approved());
  }

  @Test
  void theWholeTenantIsAScope() {
    given().settingsNow(scoped(of(BEN, ""))).when(open()).happened(opened().approvers(BEN));
  }

  @Test
  void whoApprovesBelowAResourceDoesNotForTheWholeOfIt() {
    given()
        .settingsNow(
            scoped(of(ANNA, "/clusters/aro1/ns/openshift-etcd/pods"), of(BEN, "/clusters/aro1")))
        .when(open())
        .happened(opened().approvers(BEN));
  }

  @Test
  void everyResourceMustBeInAScopeOfTheirs() {
    var both = open().on(Cast.RESOURCES.getFirst(), ELSEWHERE);
    given()
        .settingsNow(
            scoped(
                of(ANNA, "/clusters/aro1"), of(BEN, "/clusters/aro1"), of(BEN, "/clusters/aro2")))
        .when(both)
        .happened(opened().approvers(BEN).through(both));
  }

  @Test
  void aRequestThatIsInNobodysScopeIsNotOpened() {
    given().settingsNow(scoped(of(ANNA, "/clusters/aro2"))).when(open()).refused(NO_APPROVERS);
  }

  @Test
  void aScopeMakesNobodyAnApprover() {
    given().settingsNow(scoped(of(CARLA, ""))).when(open()).refused(NO_APPROVERS);
  }

  @Test
  void aGroupMayHoldAScope() {
    given()
        .settingsNow(inGroup(new Scope(Optional.empty(), Optional.of(SECURITY), "/clusters/aro1")))
        .when(open())
        .happened(opened().approvers(BEN));
    assertThatThrownBy(
            () -> scoped(new Scope(Optional.empty(), Optional.of(new GroupId("nobody")), "")))
        .hasMessageContaining("group nobody is not given");
  }

  private static Settings inGroup(Scope scope) {
    return new Settings(
        Enrolment.WHOLE_TENANT,
        Optional.empty(),
        ApproverMode.SNAPSHOT,
        false,
        false,
        List.of(new Group(SECURITY, Set.of(BEN), Set.of())),
        List.of(StageRule.ANYBODY),
        List.of(),
        Policies.having(new Scopes(List.of(scope))));
  }

  @Test
  void whoseScopeIsTakenAwaySaysNoMoreYesAndEveryNo() {
    given(opened())
        .settingsNow(scoped(of(BEN, "")))
        .when(approve())
        .refused(NOT_AN_APPROVER)
        .when(deny())
        .happened(denied());
  }

  @Test
  void liveApproversToo() {
    var stage = new Stage(Optional.empty(), Set.of(ANNA, BEN), 1);
    given(opened(), approvalsRequired(ApproverMode.LIVE, stage))
        .settingsNow(scoped(of(BEN, "/clusters/aro1")))
        .when(approve())
        .refused(NOT_AN_APPROVER)
        .when(approve().by(BEN))
        .happened(approved().by(BEN));
  }

  @Test
  void aScopeIsOfAPersonOrOfAGroup() {
    assertThatThrownBy(() -> new Scope(Optional.empty(), Optional.empty(), ""))
        .hasMessageContaining("of a person or of a group");
    assertThatThrownBy(() -> new Scope(Optional.of(ANNA), Optional.of(SECURITY), ""))
        .hasMessageContaining("of a person or of a group");
  }
}
