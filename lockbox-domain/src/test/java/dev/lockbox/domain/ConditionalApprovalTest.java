package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Events.approvalGiven;
import static dev.lockbox.domain.Events.approvalsRequired;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.NO_WAY_IN_LEFT;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A yes may have conditions, which nobody takes away again (F75, F76). */
class ConditionalApprovalTest {
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private static final Terms PLAIN = new Terms(Cast.ACTIONS, Cast.RESOURCES, EIGHT_HOURS);
  private static final Stage TWO = new Stage(Optional.empty(), Set.of(Cast.ANNA, Cast.BEN), 2);

  private static Conditions through(String channel) {
    return new Conditions(
        Set.of(), Set.of(), Optional.of(Set.of(new Code(channel))), Optional.empty(), false);
  }

  @Test
  void anApproverAddsConditionsToTheGrant() {
    var yes = approve().under(Conditions.RECORDED);
    var terms = PLAIN.under(Conditions.RECORDED);
    var granted =
        given(opened())
            .when(yes)
            .happened(narrowed(terms).through(yes), approved().through(yes))
            .state();
    assertThat(granted)
        .isInstanceOfSatisfying(Granted.class, now -> assertThat(now.terms()).isEqualTo(terms));
  }

  @Test
  void conditionsThatStandAlreadyAddNothing() {
    var yes = approve().under(Conditions.RECORDED);
    given(opened(), narrowed(PLAIN.under(Conditions.RECORDED)))
        .when(yes)
        .happened(approved().through(yes));
  }

  @Test
  void whoeverApprovesAfterwardsKeepsTheConditionsOfWhoCameBefore() {
    var recorded = PLAIN.under(Conditions.RECORDED);
    var once = new Conditions(Set.of(), Set.of(), Optional.empty(), Optional.empty(), true);
    var yes = approve().by(BEN).under(once);
    given(
            opened(),
            approvalsRequired(ApproverMode.SNAPSHOT, TWO),
            narrowed(recorded),
            approvalGiven(0))
        .when(yes)
        .happened(
            narrowed(recorded.under(once)).by(BEN).through(yes), approved().by(BEN).through(yes));
  }

  /** Metrics without what holds health data, for example; nobody adds anything back. */
  @Test
  void whatEachOfTwoApproversLeavesOutStaysOutOfTheGrant() {
    var withoutHealth = PLAIN.under(excluding("PHI"));
    var asked = given(opened(), approvalsRequired(ApproverMode.SNAPSHOT, TWO));
    var first = approve().under(excluding("PHI"));
    var waiting =
        asked
            .when(first)
            .happened(narrowed(withoutHealth).through(first), approvalGiven(0).through(first));
    var second = approve().by(BEN).ifVersion(4).under(excluding("PCI"));
    var granted = waiting.when(second).accepted().state();
    assertThat(((Granted) granted).terms().conditions())
        .isEqualTo(excluding("PHI").and(excluding("PCI")));
    assertThat(((Granted) granted).terms().conditions().excluded())
        .containsExactlyInAnyOrder(new Code("PHI"), new Code("PCI"));
  }

  private static Conditions excluding(String data) {
    return new Conditions(
        Set.of(), Set.of(new Code(data)), Optional.empty(), Optional.empty(), false);
  }

  @Test
  void whoReadTheTermsWithoutTheConditionsHasNotReadThem() {
    given(
            opened(),
            approvalsRequired(ApproverMode.SNAPSHOT, TWO),
            narrowed(PLAIN.under(Conditions.RECORDED)),
            approvalGiven(0))
        .when(approve().by(BEN).ifVersion(2))
        .refused(STALE_VERSION);
  }

  @Test
  void conditionsThatLeaveNoWayInAreRefused() {
    given(opened(), narrowed(PLAIN.under(through("RDP_GATEWAY"))))
        .when(approve().under(through("REMOTE_SHELL")))
        .refused(NO_WAY_IN_LEFT);
  }

  @Test
  void theSameYesUnderOtherConditionsIsAnotherCommand() {
    var recorded = approve().under(Conditions.RECORDED).build(Unsaid.FIRST);
    assertThat(recorded.content())
        .isNotEqualTo(approve().under(through("RECORD")).build(Unsaid.FIRST).content())
        .isNotEqualTo(approve().build(Unsaid.FIRST).content())
        .isEqualTo(approve().under(Conditions.RECORDED).build(Unsaid.FIRST).content());
  }
}
