package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approvalGiven;
import static dev.lockbox.domain.Events.approvalsRequired;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_APPROVED;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.OWN_REQUEST;
import static dev.lockbox.domain.rules.ApproverMode.LIVE;
import static dev.lockbox.domain.rules.ApproverMode.SNAPSHOT;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.StageRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** More than one person must say yes: quorum and stages (F15, F68, F104, F110, A3–A6, A15). */
class StagesTest {
  private static final GroupId SECURITY = new GroupId("security");
  private static final GroupId OWNERS = new GroupId("owners");
  private static final Stage TWO_OF_TWO = new Stage(Optional.empty(), Set.of(ANNA, BEN), 2);
  private static final Stage SECURITY_FIRST = new Stage(Optional.of(SECURITY), Set.of(BEN), 1);
  private static final Stage THEN_ANYBODY = new Stage(Optional.empty(), Set.of(ANNA, BEN), 1);

  private static Settings settings(ApproverMode mode, List<StageRule> stages, List<Route> routes) {
    return new Settings(
        Enrolment.WHOLE_TENANT,
        Optional.empty(),
        mode,
        false,
        false,
        List.of(
            new Group(SECURITY, Set.of(BEN), Set.of()),
            new Group(OWNERS, Set.of(ANNA, CARLA), Set.of(SECURITY))),
        stages,
        routes);
  }

  private static Settings needing(StageRule... stages) {
    return settings(SNAPSHOT, List.of(stages), List.of());
  }

  private static StageRule of(GroupId group, int quorum) {
    return new StageRule(Optional.of(group), quorum);
  }

  @Test
  void aQuorumOfTwoNeedsTwoDifferentPeople() {
    given(opened(), approvalsRequired(SNAPSHOT, TWO_OF_TWO))
        .when(approve())
        .happened(approvalGiven(0))
        .when(approve())
        .refused(ALREADY_APPROVED)
        .when(approve().by(BEN))
        .happened(approved().by(BEN));
  }

  @Test
  void twoApproversWhoReadTheSameVersionBothCount() {
    given(opened(), approvalsRequired(SNAPSHOT, TWO_OF_TWO))
        .when(approve().ifVersion(2))
        .happened(approvalGiven(0).through(approve().ifVersion(2)))
        .when(approve().by(BEN).ifVersion(2))
        .happened(approved().through(approve().by(BEN).ifVersion(2)));
  }

  @Test
  void aDenialIsFinalHoweverManySaidYes() {
    given(opened(), approvalsRequired(SNAPSHOT, TWO_OF_TWO), approvalGiven(0))
        .when(deny().by(BEN))
        .happened(denied().by(BEN));
  }

  @Test
  void stagesArePassedInOrderAndEachByItsOwnGroup() {
    given(opened(), approvalsRequired(SNAPSHOT, SECURITY_FIRST, THEN_ANYBODY))
        .when(approve())
        .refused(NOT_AN_APPROVER)
        .when(approve().by(BEN))
        .happened(approvalGiven(0).by(BEN))
        .when(approve().by(BEN))
        .refused(ALREADY_APPROVED)
        .when(approve())
        .happened(approved());
  }

  @Test
  void theEngineerIsNobodysApproverWhateverGroupTheyAreIn() {
    var stage = new Stage(Optional.empty(), Set.of(ANNA, EVA), 1);
    given(opened(), approvalsRequired(SNAPSHOT, stage))
        .approversNow(ANNA, EVA)
        .when(approve().by(EVA))
        .refused(OWN_REQUEST);
  }

  @Test
  void theStagesThatAreSetAreSettledAtOpening() {
    given()
        .settingsNow(needing(new StageRule(Optional.empty(), 2)))
        .when(open())
        .happened(opened(), approvalsRequired(SNAPSHOT, TWO_OF_TWO));
  }

  @Test
  void aChangeOfRulesDoesNotTouchARequestThatIsOpen() {
    given(opened(), approvalsRequired(SNAPSHOT, TWO_OF_TWO))
        .settingsNow(needing(StageRule.ANYBODY))
        .when(approve())
        .happened(approvalGiven(0));
  }

  @Test
  void membersOfNestedGroupsCountAsApprovers() {
    var everybody = new Stage(Optional.of(OWNERS), Set.of(ANNA, BEN), 2);
    given()
        .settingsNow(needing(of(OWNERS, 2)))
        .when(open())
        .happened(opened(), approvalsRequired(SNAPSHOT, everybody));
  }

  @Test
  void whoIsInAGroupButNoApproverDecidesNothing() {
    given()
        .approversNow(BEN)
        .settingsNow(needing(of(OWNERS, 1)))
        .when(open())
        .happened(
            opened().approvers(BEN),
            approvalsRequired(SNAPSHOT, new Stage(Optional.of(OWNERS), Set.of(BEN), 1)));
  }

  @Test
  void aRequestThatNobodyCouldApproveIsNotOpened() {
    given()
        .settingsNow(needing(new StageRule(Optional.empty(), 3)))
        .when(open())
        .refused(NO_APPROVERS);
    given()
        .approversNow(ANNA)
        .settingsNow(needing(of(SECURITY, 1)))
        .when(open())
        .refused(NO_APPROVERS);
  }

  @Test
  void aRequestGoesTheWayOfEveryRouteThatLeadsIt() {
    var route = new Route("/clusters/", "k8s.", List.of(of(SECURITY, 1), StageRule.ANYBODY));
    var other = new Route("/vaults/", "", List.of(of(OWNERS, 2)));
    given()
        .settingsNow(settings(SNAPSHOT, List.of(StageRule.ANYBODY), List.of(route, other)))
        .when(open())
        .happened(opened(), approvalsRequired(SNAPSHOT, SECURITY_FIRST, THEN_ANYBODY));
  }

  @Test
  void aRouteLeadsWholeNamesAndWhatHoldsThem() {
    var route = new Route("/clusters/aro1/ns/openshift-etcd/pods", "", List.of(of(SECURITY, 1)));
    var other = new Route("/clusters/aro", "", List.of(of(OWNERS, 3)));
    given()
        .settingsNow(settings(SNAPSHOT, List.of(StageRule.ANYBODY), List.of(route, other)))
        .when(open())
        .happened(opened().approvers(BEN), approvalsRequired(SNAPSHOT, SECURITY_FIRST));
  }

  @Test
  void whoLeftTheRegistryApprovesNothingMore() {
    given(opened(), approvalsRequired(SNAPSHOT, TWO_OF_TWO), approvalGiven(0))
        .approversNow(ANNA)
        .when(approve().by(BEN))
        .refused(NOT_AN_APPROVER);
  }

  @Test
  void aYesStandsThoughItsGiverLeftBeforeTheQuorum() {
    given(opened(), approvalsRequired(SNAPSHOT, TWO_OF_TWO), approvalGiven(0))
        .approversNow(BEN)
        .when(approve().by(BEN))
        .happened(approved().by(BEN));
  }

  @Test
  void liveApproversIncludeWhoJoinedLater() {
    var live = settings(LIVE, List.of(StageRule.ANYBODY), List.of());
    given(opened().approvers(BEN), approvalsRequired(LIVE, stageOf(BEN)))
        .approversNow(ANNA, BEN)
        .settingsNow(live)
        .when(approve())
        .happened(approved());
    given(opened().approvers(BEN), approvalsRequired(SNAPSHOT, stageOf(BEN)))
        .approversNow(ANNA, BEN)
        .settingsNow(live)
        .when(approve())
        .refused(NOT_AN_APPROVER);
  }

  @Test
  void aChangeOfRulesNeverHelpsTheOneWhoMadeIt() {
    given(opened().approvers(BEN), approvalsRequired(LIVE, stageOf(BEN)))
        .approversNow(ANNA, BEN)
        .rulesChangedBy(ANNA)
        .when(approve())
        .refused(NOT_AN_APPROVER);
    given(opened(), approvalsRequired(LIVE, stageOf(ANNA, BEN)))
        .rulesChangedBy(ANNA)
        .when(approve())
        .happened(approved());
  }

  private static Stage stageOf(PersonId... approvers) {
    return new Stage(Optional.empty(), Set.of(approvers), 1);
  }
}
