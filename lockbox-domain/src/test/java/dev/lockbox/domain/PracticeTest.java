package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REASON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.finish;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Dialogues.ask;
import static dev.lockbox.domain.Dialogues.offer;
import static dev.lockbox.domain.Events.approvalGiven;
import static dev.lockbox.domain.Events.approvalsRequired;
import static dev.lockbox.domain.Events.conditionsRequired;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.expired;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Practising.practiceOpened;
import static dev.lockbox.domain.Practising.practise;
import static dev.lockbox.domain.Practising.practised;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ACCESS_TOO_LONG;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.ALREADY_OPENED;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static dev.lockbox.domain.decision.Refusal.DENIED_BY_RULES;
import static dev.lockbox.domain.decision.Refusal.GRANTS_FROZEN;
import static dev.lockbox.domain.decision.Refusal.NAME_OF_PRACTICE;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.NOT_OF_THE_CUSTOMER;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.OWN_REQUEST;
import static dev.lockbox.domain.decision.Refusal.TOO_MUCH_PRACTICE;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static dev.lockbox.domain.decision.Refusal.UNSUPPORTED_RESOURCE_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.histories.RandomCommands;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests to learn on: the whole way, and nothing is ever granted (F90). */
class PracticeTest {
  private static final Asking LET = new Asking(0, Denials.NONE, true);

  private static final Settings TWO_MUST_SAY_YES =
      new Settings(
          Enrolment.WHOLE_TENANT,
          Optional.empty(),
          ApproverMode.SNAPSHOT,
          true,
          false,
          List.of(),
          List.of(new StageRule(Optional.empty(), 2)),
          List.of());

  private static Scenario nothingYet() {
    return given().askingAlready(LET);
  }

  private static Opening opening() {
    return given(practiceOpened()).state().opened().orElseThrow();
  }

  @Test
  void itWaitsForTheCustomersPeopleLikeEveryOther() {
    nothingYet().when(practise()).happened(practiceOpened());
    var waiting = (Pending) given(practiceOpened()).state();
    assertThat(waiting.opening().isPractice()).isTrue();
    assertThat(waiting.opening().asked().engineer()).isEqualTo(Practice.ENGINEER);
  }

  /** Asking for access in somebody's name is no practice, whoever said that it was. */
  @Test
  void nobodyAsksInIt() {
    var asked = open().build(0);
    assertThatThrownBy(
            () ->
                new StartPractice(
                    REQUEST,
                    asked.attempt().orElseThrow(),
                    ((RequestCommand.OpenRequest) asked).asked()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("eva");
  }

  @Test
  void theLastYesEndsItAndGrantsNothing() {
    var done =
        given(practiceOpened())
            .when(approve().because(REASON))
            .happened(practised().because(REASON));
    assertThat(done.state())
        .isInstanceOfSatisfying(
            Closed.class,
            closed -> {
              assertThat(closed.outcome()).isEqualTo(Outcome.PRACTISED);
              assertThat(closed.accessUntil()).isEmpty();
              assertThat(closed.granted()).isEmpty();
            });
    done.when(approve().by(BEN)).refused(ALREADY_DECIDED);
    done.when(finish(Practice.ENGINEER)).refused(ALREADY_DECIDED);
    done.when(revoke()).refused(ALREADY_DECIDED);
  }

  /** Nobody's request is theirs, so who starts it may say yes; the quorum is no smaller for it. */
  @Test
  void whoStartsItMayApproveItAndTheQuorumMustStill() {
    var stage = new Stage(Optional.empty(), Set.of(ANNA, BEN), 2);
    nothingYet()
        .settingsNow(TWO_MUST_SAY_YES)
        .when(practise().by(ANNA))
        .happened(
            practiceOpened(),
            approvalsRequired(ApproverMode.SNAPSHOT, stage).through(practise().by(ANNA)))
        .when(approve().by(ANNA))
        .happened(approvalGiven(0).by(ANNA))
        .when(approve().by(BEN))
        .happened(practised().by(BEN));
  }

  @Test
  void whoIsCalledAsItsEngineerApprovesNone() {
    given(practiceOpened(ANNA, BEN))
        .approversNow(ANNA, Practice.ENGINEER, new PersonId("Practice-Engineer"))
        .when(approve().by(new PersonId("Practice-Engineer")))
        .refused(OWN_REQUEST);
  }

  @Test
  void itIsNarrowedAskedAboutAndOfferedLessLikeEveryOther() {
    var less = new Terms(Cast.ACTIONS, Cast.RESOURCES, Duration.ofMinutes(5));
    given(practiceOpened())
        .when(approve().onlyFor(Duration.ofMinutes(5)))
        .happened(
            narrowed(less).through(approve().onlyFor(Duration.ofMinutes(5))),
            practised().through(approve().onlyFor(Duration.ofMinutes(5))));
    given(practiceOpened()).when(ask()).accepted();
    given(practiceOpened()).when(offer(Duration.ofMinutes(5))).accepted();
  }

  @Test
  void itIsDeniedAndExpiresLikeEveryOther() {
    given(practiceOpened()).when(deny().by(BEN)).happened(denied().by(BEN));
    given(practiceOpened())
        .when(enforceDeadline(), MORNING.plus(Duration.ofDays(5)))
        .happened(expired());
    given(practiceOpened()).when(approve().by(DORA)).refused(NOT_AN_APPROVER);
  }

  @Test
  void aYesIsRefusedWhereOneInEarnestWouldBe() {
    given(practiceOpened()).when(approve(), Moment.at(NOON).frozen(true)).refused(GRANTS_FROZEN);
    given(practiceOpened())
        .when(approve(), new Moment(NOON, NOON, true, false))
        .refused(CLOCK_SUSPECT);
  }

  @Test
  void whatRulesWouldSettleByThemselvesIsAskedOfPeople() {
    for (var rules :
        List.of(
            Policies.settingsHaving(AccessRuleSamples.APPROVING),
            Policies.settingsHaving(AccessRuleSamples.DENYING),
            Settings.DEFAULTS.with(Enrolment.OFF))) {
      nothingYet().settingsNow(rules).when(practise()).happened(practiceOpened());
    }
    nothingYet()
        .evaluationNow(Evaluations.TWO_INTERNAL_STAGES)
        .when(practise())
        .happened(practiceOpened());
  }

  @Test
  void whatRulesDemandIsDemanded() {
    nothingYet()
        .settingsNow(Policies.settingsHaving(AccessRuleSamples.DEMANDING))
        .when(practise())
        .happened(
            practiceOpened(),
            conditionsRequired(Conditions.RECORDED, new Code("all")).through(practise()));
  }

  @Test
  void whatNobodyCouldBeGrantedIsNotPractised() {
    nothingYet()
        .when(practise().on(new ResourceName("/mainframes/z1")))
        .refused(UNSUPPORTED_RESOURCE_TYPE);
    nothingYet().when(practise().accessFor(Duration.ofHours(9))).refused(ACCESS_TOO_LONG);
    nothingYet().approversNow().when(practise()).refused(NO_APPROVERS);
    var denying =
        new AccessRules(
            List.of(Denial.of(List.of("k8s.*"), "/clusters")),
            HighRisk.AS_OTHERS,
            List.of(),
            List.of(),
            Optional.empty());
    nothingYet()
        .settingsNow(Policies.settingsHaving(denying))
        .when(practise())
        .refused(DENIED_BY_RULES);
  }

  @Test
  void onlyWhoApprovesOrAdministersForTheCustomerStartsIt() {
    given().when(practise()).refused(NOT_OF_THE_CUSTOMER);
    given().tenantUnknown().when(practise()).refused(UNKNOWN_TENANT);
    for (var person : List.of(ANNA, BEN, CARLA)) {
      assertThat(asking(person).mayPractise()).as(person.value()).isTrue();
    }
    for (var person : List.of(DORA, EVA)) {
      assertThat(asking(person).mayPractise()).as(person.value()).isFalse();
    }
    var start = (StartPractice) practise().build(0);
    assertThat(Asking.toPractise(start, 0, Optional.empty()).mayPractise()).isFalse();
  }

  private static Asking asking(PersonId person) {
    var start = (StartPractice) practise().by(person).build(0);
    return Asking.toPractise(start, 0, Optional.of(Samples.MEMBERSHIP));
  }

  /** However much is practised, no request in earnest is lost among it. */
  @Test
  void noMoreThanAFewWaitAtOnce() {
    var most = new Asking(Practice.OPEN_MAX, Denials.NONE, true);
    given().askingAlready(most).when(practise()).refused(TOO_MUCH_PRACTICE);
    var one = new Asking(Practice.OPEN_MAX - 1, Denials.NONE, true);
    given().askingAlready(one).when(practise()).happened(practiceOpened());
  }

  @Test
  void anIdIsTakenOnceWhateverItIsFor() {
    given(opened()).askingAlready(LET).when(practise()).refused(ALREADY_OPENED);
    given(practiceOpened()).when(open()).refused(ALREADY_OPENED);
    given(practiceOpened().as("first")).askingAlready(LET).when(practise().as("first")).repeated(1);
  }

  /** Else somebody would be let in whom everybody takes for practice. */
  @Test
  void nothingInEarnestGoesByItsName() {
    given().when(open().engineer(Practice.ENGINEER)).refused(NAME_OF_PRACTICE);
    given().when(open().engineer(new PersonId("PRACTICE-engineer"))).refused(NAME_OF_PRACTICE);
    given()
        .evaluationNow(EvaluationRules.NONE)
        .when(open().engineer(new PersonId("practice-engineer-2")))
        .accepted();
  }

  @Test
  void itLeavesNothingToBeKnownByARequestThatFollows() {
    assertThat(Preceding.of(given(opened()).state())).isPresent();
    assertThat(Preceding.of(given(practiceOpened()).state())).isEmpty();
    assertThat(Preceding.of(given(practiceOpened(), practised()).state())).isEmpty();
  }

  /** Every event that ever led to access, and every state that there is of practice. */
  static Stream<RequestEvent> granting() {
    return Stream.of(Samples.events(), Samples.sparseEvents())
        .flatMap(List::stream)
        .map(Recorded::event)
        .filter(RequestEvent.class::isInstance)
        .map(RequestEvent.class::cast)
        .filter(event -> Samples.states().stream().anyMatch(state -> isGrantedBy(state, event)));
  }

  private static boolean isGrantedBy(AccessRequest state, RequestEvent event) {
    try {
      var after = AccessRequest.evolve(state, event);
      return after instanceof Granted || after instanceof Scheduled;
    } catch (ImpossibleHistory cannotFollow) {
      return false;
    }
  }

  @Test
  void accessIsLedToByMoreThanOneEvent() {
    assertThat(granting().map(Object::getClass).distinct().count()).isGreaterThan(4);
  }

  @ParameterizedTest
  @MethodSource("granting")
  void noEventThatGrantsCanFollow(RequestEvent event) {
    for (var practice :
        List.of(
            given(practiceOpened()),
            given(practiceOpened(), narrowed(Samples.TERMS)),
            given(practiceOpened(), practised()),
            given(practiceOpened(), denied()))) {
      assertThatThrownBy(() -> AccessRequest.evolve(practice.state(), event))
          .isInstanceOf(ImpossibleHistory.class);
    }
  }

  @Test
  void practiceIsNotCompletedInEarnestAndNothingInEarnestBecomesPractice() {
    var done = practised().build(1, NOON);
    assertThatThrownBy(() -> AccessRequest.evolve(given(opened()).state(), done))
        .isInstanceOf(ImpossibleHistory.class);
    var passed = given(BeforeAdmission.evaluated(EvaluationRules.NONE)).state();
    assertThatThrownBy(() -> AccessRequest.evolve(passed, practiceOpened().build(1, NOON)))
        .isInstanceOf(ImpossibleHistory.class);
  }

  /** Not by a fold, and by nobody who makes a value by hand, as whoever reads one from bytes. */
  @Test
  void noStateThatGrantsHoldsIt() {
    var opening = opening();
    var terms = opening.terms();
    assertThatThrownBy(() -> new Granted(opening, terms, NOON, Trail.EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("practice");
    assertThatThrownBy(() -> new Scheduled(opening, terms, MORNING, NOON, Trail.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Closed(
                    Outcome.ENDED, Optional.of(opening), NOON, Optional.of(NOON), Trail.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Whatever anybody asks of it, in whatever order and by whatever rules. */
  @Test
  void howeverPeopleGoOnNothingIsEverGranted() {
    var ends = new HashSet<Outcome>();
    for (var seed = 1; seed <= 400; seed++) {
      var random = new SplittableRandom(seed);
      var commands = new RandomCommands(random);
      var rules = seed % 2 == 0 ? Settings.DEFAULTS : TWO_MUST_SAY_YES;
      var state = given(practiceOpened()).state();
      var at = MORNING;
      for (var step = 0; step < 30; step++) {
        at = at.plusMillis(random.nextLong(Duration.ofHours(9).toMillis()));
        var command = commands.anyOf(REQUEST, state.version());
        var known = Optional.of(Registry.naming(Set.of(ANNA, BEN), rules));
        if (Decider.decide(state, command, known, LET, Moment.at(at))
            instanceof Accepted<RequestEvent> yes) {
          for (var event : yes.events()) {
            state = AccessRequest.evolve(state, event);
            assertThat(isGranting(state)).as("seed %s: %s by %s", seed, state, command).isFalse();
          }
        }
      }
      if (state instanceof Closed closed) {
        ends.add(closed.outcome());
      }
    }
    assertThat(ends).contains(Outcome.PRACTISED, Outcome.DENIED, Outcome.EXPIRED);
  }

  /** Told by nothing that keeps practice from it. */
  private static boolean isGranting(AccessRequest state) {
    return state instanceof Granted
        || state instanceof Scheduled
        || state instanceof Closing
        || state instanceof Closed closed && closed.accessUntil().isPresent();
  }

  @Test
  void itsWordsAreNobodys() {
    var asked = Practice.asked(Cast.ACTIONS, Cast.RESOURCES, Optional.empty());
    assertThat(asked.justification())
        .isEqualTo(new PersonalText(Practice.ENGINEER, asked.justification().text()));
    assertThat(asked.justification().text()).contains("practice");
  }
}
