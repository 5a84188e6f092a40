package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Evaluations.FACTS;
import static dev.lockbox.domain.Events.approvalGiven;
import static dev.lockbox.domain.Events.approvalsRequired;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.grantedByRule;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Insiders.approveInside;
import static dev.lockbox.domain.Insiders.awaitingTwo;
import static dev.lockbox.domain.Insiders.yesInside;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_APPROVED;
import static dev.lockbox.domain.decision.Refusal.EDITOR_MUST_WAIT;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.OWN_REQUEST;
import static dev.lockbox.domain.rules.ApproverMode.LIVE;
import static dev.lockbox.domain.rules.ApproverMode.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody approves their own request, by whatever door and however their id is spelled (A1): whoever
 * gave the ids may not tell capitals from small letters, so ids that differ in nothing else may be
 * one person.
 */
class OwnRequestTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final PersonId ANNA_IN_CAPITALS = new PersonId("ANNA");
  private static final GroupId LEADS = new GroupId("LEADS");
  private static final Match LOGS =
      new Match(
          List.of(new Glob("k8s.pod.logs")),
          List.of(NamePattern.of("/clusters")),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** What a yes makes happen. */
  private static final Set<Class<?>> HELPS =
      Set.of(
          RequestApproved.class,
          ApprovalGiven.class,
          AccessScheduled.class,
          InternalApprovalGiven.class,
          InternalApprovalGranted.class);

  private static final Conditions RECORDED =
      new Conditions(
          Set.of(Obligation.RECORD), Set.of(), Optional.empty(), Optional.empty(), false);

  @ParameterizedTest
  @ValueSource(strings = {"eva", "Eva", "EVA", "eVa"})
  void noSpellingOfTheEngineerApproves(String spelling) {
    var who = new PersonId(spelling);
    for (var yes :
        List.of(approve(), approve().onlyFor(HOUR), approve().under(RECORDED), approve().as("d"))) {
      given(opened().approvers(who, BEN))
          .approversNow(who, BEN)
          .when(yes.by(who))
          .refused(OWN_REQUEST);
    }
    for (var mode : List.of(LIVE, SNAPSHOT)) {
      given(opened(), approvalsRequired(mode, anyOf(who, BEN)))
          .approversNow(who, BEN)
          .when(approve().by(who))
          .refused(OWN_REQUEST);
    }
  }

  @Test
  void whoAskedInCapitalsApprovesInNone() {
    given(opened().through(open().engineer(ANNA_IN_CAPITALS)).approvers(ANNA, BEN))
        .when(approve().by(ANNA))
        .refused(OWN_REQUEST);
    given().approversNow(ANNA).when(open().engineer(ANNA_IN_CAPITALS)).refused(NO_APPROVERS);
    var waits = given().when(open().engineer(ANNA_IN_CAPITALS)).accepted().state();
    assertThat(waits.opened().orElseThrow().approvers()).containsExactly(BEN);
  }

  /**
   * An id of another issuer, or a mail address, is another id: it approves if the customer says so.
   */
  @ParameterizedTest
  @ValueSource(strings = {"eva@provider.example", "idp-2|eva", "eva.", "EVA@PROVIDER.EXAMPLE"})
  void anAliasOfTheEngineerApprovesNothingThatNobodyNamedItFor(String alias) {
    given(opened()).when(approve().by(new PersonId(alias))).refused(NOT_AN_APPROVER);
    given(awaitingTwo()).when(approveInside().by(new PersonId(alias))).refused(NOT_AN_APPROVER);
  }

  @Test
  void aNoIsTakenHoweverItIsSpelled() {
    given(opened().through(open().engineer(ANNA_IN_CAPITALS)).approvers(BEN))
        .when(deny().by(ANNA))
        .happened(denied().by(ANNA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eva", "EVA"})
  void noSpellingOfTheEngineerApprovesInside(String spelling) {
    var who = new PersonId(spelling);
    given(awaitingTwo()).when(approveInside().by(who)).refused(OWN_REQUEST);
    var facts = known(Optional.of(who), Map.of(LEADS, Map.of(who, Instant.MAX)));
    for (var kind : List.of(InternalStage.MANAGER, LEADS)) {
      assertThat(new InternalStage(kind, 1).people(facts, EVA, NOON)).isEmpty();
    }
  }

  @Test
  void nobodySaysYesInsideAndForTheCustomerUnderTwoSpellings() {
    var sam = new PersonId("SAM");
    given(awaitingTwo(), yesInside(0))
        .approversNow(ANNA, sam)
        .when(approveInside().by(Evaluations.SAM))
        .refused(NOT_AN_APPROVER);
    var passed =
        given(awaitingTwo(), yesInside(0)).when(approveInside().by(Evaluations.SAM)).accepted();
    passed.approversNow(ANNA, sam).when(approve().by(sam)).refused(NOT_AN_APPROVER);
  }

  @Test
  void nobodyCountsTwiceUnderTwoSpellings() {
    var two = new Stage(Optional.empty(), Set.of(ANNA, ANNA_IN_CAPITALS, BEN), 2);
    given(opened(), approvalsRequired(SNAPSHOT, two), approvalGiven(0))
        .approversNow(ANNA, ANNA_IN_CAPITALS, BEN)
        .when(approve().by(ANNA_IN_CAPITALS))
        .refused(ALREADY_APPROVED);
    given()
        .approversNow(ANNA, ANNA_IN_CAPITALS)
        .settingsNow(takingTwo())
        .when(open())
        .refused(NO_APPROVERS);
  }

  @Test
  void noRuleApprovesForItsMakerUnderAnotherSpelling() {
    var anything = new AutoRule(new Code("all"), AutoRule.Effect.APPROVE, LOGS);
    var approving =
        new AccessRules(
            List.of(), HighRisk.AS_OTHERS, List.of(), List.of(anything), Optional.empty());
    var set = given().settingsNow(Policies.settingsHaving(approving));
    set.rulesChangedBy(new PersonId("EVA")).when(open()).happened(opened());
    set.rulesChangedBy(BEN).when(open()).happened(grantedByRule(new Code("all"), Conditions.NONE));
  }

  @Test
  void whoEditedTheRulesWaitsUnderAnySpelling() {
    given(opened().approvers(ANNA).at(NOON))
        .waitingUntil(ANNA_IN_CAPITALS, NOON.plus(HOUR))
        .when(approve().by(ANNA), NOON.plusSeconds(1))
        .refused(EDITOR_MUST_WAIT);
  }

  /** Whatever can be asked of a request at all, by its engineer whom the customer names too. */
  @ParameterizedTest
  @ValueSource(strings = {"eva", "EVA"})
  void nothingThatAnEngineerAsksHelpsTheirRequest(String spelling) {
    var who = new PersonId(spelling);
    var rules = Registry.naming(Set.of(ANNA, who), Settings.DEFAULTS);
    for (var waits : List.of(given(opened().approvers(ANNA, who)), given(awaitingTwo()))) {
      for (var command : EveryCommandInEveryStateTest.commandsOf(who).toList()) {
        var decision =
            Decider.decide(waits.state(), command, Optional.of(rules), Moment.at(MORNING));
        assertThat(decision instanceof Accepted<RequestEvent> yes ? yes.events() : List.of())
            .as(command.name())
            .allSatisfy(event -> assertThat(HELPS).doesNotContain(event.getClass()));
      }
    }
  }

  private static Stage anyOf(PersonId... people) {
    return new Stage(Optional.empty(), Set.of(people), 1);
  }

  private static Settings takingTwo() {
    var old = Settings.DEFAULTS;
    return new Settings(
        old.enrolment(),
        old.limits(),
        old.approvers(),
        false,
        false,
        List.of(),
        List.of(new StageRule(Optional.empty(), 2)),
        List.of());
  }

  private static Facts known(
      Optional<PersonId> manager, Map<GroupId, Map<PersonId, Instant>> internal) {
    return new Facts(FACTS.source(), List.of(), Optional.empty(), Set.of(), manager, internal);
  }
}
