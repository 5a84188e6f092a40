package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.finish;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.withdraw;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.evaluation.Check.Outcome.NOT_KNOWN;
import static dev.lockbox.domain.evaluation.Check.Outcome.SATISFIED;
import static dev.lockbox.domain.evaluation.Check.Outcome.UNSATISFIED;
import static dev.lockbox.domain.evaluation.Previous.Kind.AGAIN;
import static dev.lockbox.domain.evaluation.Previous.Kind.EXTENSION;
import static dev.lockbox.domain.evaluation.Previous.Kind.HAND_OVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.StageRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request may say which one it follows. It is looked at; nothing of it is taken over. */
class PreviousTest {
  private static final PersonId ERIK = new PersonId("erik");
  private static final RequestId FIRST = new RequestId(Cast.CONTOSO, "req-1000");
  private static final ActionName LOGS = Cast.ACTIONS.getFirst();
  private static final ActionName METRICS = new ActionName("k8s.metrics.read");
  private static final ResourceName ETCD = Cast.RESOURCES.getFirst();
  private static final ResourceName DNS = new ResourceName("/clusters/aro1/ns/openshift-dns");

  private static final Settings TWO_MUST_SAY_YES =
      new Settings(
          Enrolment.WHOLE_TENANT,
          Optional.empty(),
          ApproverMode.SNAPSHOT,
          false,
          false,
          List.of(),
          List.of(new StageRule(Optional.empty(), 2)),
          List.of());

  @Test
  void whatFollowsNothingNeedsNothing() {
    var after = given().when(open().saying(Said.nothing().team("sre").details())).accepted();
    assertThat(check(after.state()).outcome()).isEqualTo(SATISFIED);
    assertThat(after.state()).isInstanceOf(Pending.class);
  }

  @Test
  void onlyTheSameEngineerAsksAgain() {
    assertThat(found(AGAIN, request(EVA))).isEqualTo(SATISFIED);
    assertThat(found(AGAIN, request(ERIK))).isEqualTo(UNSATISFIED);
  }

  @Test
  void aHandOverIsToAnotherEngineer() {
    assertThat(found(HAND_OVER, request(ERIK))).isEqualTo(SATISFIED);
    assertThat(found(HAND_OVER, request(EVA))).isEqualTo(UNSATISFIED);
  }

  @Test
  void onlyAGrantOfTheSameEngineerIsExtended() {
    assertThat(found(EXTENSION, grant(EVA, LOGS, ETCD))).isEqualTo(SATISFIED);
    assertThat(found(EXTENSION, grant(ERIK, LOGS, ETCD))).isEqualTo(UNSATISFIED);
    assertThat(found(EXTENSION, request(EVA))).isEqualTo(UNSATISFIED);
  }

  @Test
  void anExtensionAsksForNothingBeyondTheGrant() {
    assertThat(found(EXTENSION, grant(EVA, METRICS, ETCD))).isEqualTo(UNSATISFIED);
    assertThat(found(EXTENSION, grant(EVA, LOGS, DNS))).isEqualTo(UNSATISFIED);
    var wider = new Before(EVA, true, Set.of(LOGS, METRICS), Set.of(ETCD, DNS));
    assertThat(found(EXTENSION, wider)).isEqualTo(SATISFIED);
  }

  @ParameterizedTest
  @EnumSource(Previous.Kind.class)
  void whatFollowsARequestThatNobodyKnowsIsTurnedDownThoughNothingIsRequired(Previous.Kind kind) {
    var open = open().saying(following(kind));
    var after = given().when(open).happened(evaluated(EvaluationRules.NONE).through(open));
    assertThat(check(after.state()).outcome()).isEqualTo(NOT_KNOWN);
    assertThat(((Closed) after.state()).outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void whatIsNotAsItIsSaidToBeIsTurnedDownThoughNothingIsRequired() {
    var open = open().saying(following(AGAIN)).knowing(knowing(request(ERIK)));
    var after = given().when(open).happened(evaluated(EvaluationRules.NONE).through(open));
    assertThat(((Closed) after.state()).outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void whatIsToldOfThePreviousRequestNamesNobody() {
    assertThat(told(EXTENSION, grant(ERIK, LOGS, ETCD)))
        .isEqualTo("a grant of another engineer, with %s on %s".formatted(LOGS, ETCD));
    assertThat(told(AGAIN, request(EVA))).startsWith("a request without a grant of the same");
  }

  @Test
  void anExtensionWaitsForTheCustomerLikeAnyOther() {
    var open = open().saying(following(EXTENSION)).knowing(knowing(grant(EVA, LOGS, ETCD)));
    var after =
        given()
            .when(open)
            .happened(evaluated(EvaluationRules.NONE).through(open), opened().through(open));
    assertThat(after.state()).isInstanceOf(Pending.class);
    assertThat(((Pending) after.state()).approvals().given()).isEmpty();
  }

  @Test
  void whatIsTakenBackAndAskedAgainInheritsNoYes() {
    var stage = new Stage(Optional.empty(), Set.of(ANNA, BEN), 2);
    var first =
        given(opened(), Events.approvalsRequired(ApproverMode.SNAPSHOT, stage))
            .when(approve())
            .accepted()
            .when(withdraw())
            .accepted();
    var again =
        given()
            .settingsNow(TWO_MUST_SAY_YES)
            .when(open().saying(following(AGAIN)).knowing(knowing(Preceding.of(first.state()))))
            .accepted();
    assertThat(((Pending) again.state()).approvals().given()).isEmpty();
    again
        .when(approve().by(BEN))
        .accepted()
        .when(approve().by(BEN).as("again"))
        .refused(Refusal.ALREADY_APPROVED);
  }

  @Test
  void aGrantLeavesWhatItGrantedWhetherItLastsOrIsOver() {
    var wide = open().to(LOGS, METRICS).on(ETCD, DNS);
    var granted = given().when(wide).accepted().when(approve().only(DNS)).accepted();
    var expected = Optional.of(new Before(EVA, true, Set.of(LOGS, METRICS), Set.of(DNS)));
    assertThat(Preceding.of(granted.state())).isEqualTo(expected);
    assertThat(Preceding.of(granted.when(finish()).accepted().state())).isEqualTo(expected);
    assertThat(Preceding.of(granted.when(deny()).accepted().state())).isEqualTo(expected);
    var points = new ClosingRules(Set.of(Cast.GATEWAY), Duration.ofMinutes(2));
    var closing =
        granted.settingsNow(Policies.settingsHaving(points)).when(deny()).accepted().state();
    assertThat(closing).isInstanceOf(Closing.class);
    assertThat(Preceding.of(closing)).isEqualTo(expected);
  }

  @Test
  void whatWasNeverGrantedLeavesWhatWasAskedFor() {
    var asked = Optional.of(request(EVA));
    assertThat(Preceding.of(given(opened()).state())).isEqualTo(asked);
    assertThat(Preceding.of(given(opened()).when(deny()).accepted().state())).isEqualTo(asked);
    assertThat(Preceding.of(given(opened(), Events.approved(), Events.faulted()).state()))
        .isEqualTo(asked);
  }

  @Test
  void whatNobodyOpenedLeavesNothing() {
    assertThat(Preceding.of(AccessRequest.UNOPENED)).isEmpty();
    assertThat(Preceding.of(given().when(withdraw()).accepted().state())).isEmpty();
  }

  @Test
  void whatIsKnownByThenIsNoPartOfWhatIsAsked() {
    var open = open().as("once").saying(following(AGAIN)).knowing(knowing(request(EVA)));
    var later = open().as("once").saying(following(AGAIN)).knowing(Facts.NONE);
    given().when(open).accepted().when(later).repeated(2);
  }

  private static Check.Outcome found(Previous.Kind kind, Before before) {
    return check(after(kind, before)).outcome();
  }

  private static String told(Previous.Kind kind, Before before) {
    return check(after(kind, before)).found();
  }

  private static AccessRequest after(Previous.Kind kind, Before before) {
    var open = open().saying(following(kind)).knowing(knowing(before));
    return given().when(open).accepted().state();
  }

  private static Check check(AccessRequest state) {
    return state.opened().orElseThrow().evaluation().orElseThrow().checks().stream()
        .filter(one -> one.name() == CheckName.PREVIOUS)
        .findFirst()
        .orElseThrow();
  }

  private static Details following(Previous.Kind kind) {
    return Said.nothing().previous(new Previous(kind, FIRST)).details();
  }

  private static Facts knowing(Before before) {
    return knowing(Optional.of(before));
  }

  private static Facts knowing(Optional<Before> before) {
    return Facts.NONE.after(before);
  }

  private static Before request(PersonId engineer) {
    return new Before(engineer, false, Set.of(LOGS), Set.of(ETCD));
  }

  private static Before grant(PersonId engineer, ActionName action, ResourceName resource) {
    return new Before(engineer, true, Set.of(action), Set.of(resource));
  }
}
