package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.TICK;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Dialogues.accept;
import static dev.lockbox.domain.Dialogues.accepted;
import static dev.lockbox.domain.Dialogues.answer;
import static dev.lockbox.domain.Dialogues.answered;
import static dev.lockbox.domain.Dialogues.ask;
import static dev.lockbox.domain.Dialogues.asked;
import static dev.lockbox.domain.Dialogues.offer;
import static dev.lockbox.domain.Dialogues.offerWithdrawn;
import static dev.lockbox.domain.Dialogues.offered;
import static dev.lockbox.domain.Dialogues.withdrawOffer;
import static dev.lockbox.domain.Events.approvalGiven;
import static dev.lockbox.domain.Events.approvalsRequired;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.DECISION_ID_REUSED;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.NOT_THE_ENGINEER;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_OFFER;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_QUESTION;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_REQUEST;
import static dev.lockbox.domain.decision.Refusal.OFFERS_NO_LESS;
import static dev.lockbox.domain.decision.Refusal.OWN_REQUEST;
import static dev.lockbox.domain.decision.Refusal.SAID_ENOUGH;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static dev.lockbox.domain.decision.Refusal.TOO_LATE;
import static dev.lockbox.domain.decision.Refusal.WIDER_THAN_ASKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.dialogue.Dialogue;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Approvers ask and offer less, the engineer answers and accepts; yes and no stay what they are.
 */
class DialogueTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Terms AN_HOUR = new Terms(Cast.ACTIONS, Cast.RESOURCES, HOUR);
  private static final Terms TWO_HOURS =
      new Terms(Cast.ACTIONS, Cast.RESOURCES, Duration.ofHours(2));

  @Test
  void anApproverAsksAndTheEngineerAnswers() {
    given(opened()).when(ask()).happened(asked()).when(answer(2)).happened(answered(2));
  }

  @Test
  void whatWasSaidIsKeptWithTheRequest() {
    var pending = (Pending) given(opened(), asked(), answered(2), asked().by(BEN)).state();
    var said = pending.dialogue().questions();
    assertThat(said).hasSize(2);
    assertThat(said.getFirst().words().text()).isEqualTo(Dialogues.QUESTION);
    assertThat(said.getFirst().answer().orElseThrow().words().text()).isEqualTo(Dialogues.ANSWER);
    assertThat(said.getLast().isOpen()).isTrue();
    assertThat(said.getLast().words().subject()).isEqualTo(BEN);
  }

  @Test
  void aQuestionIsNeitherYesNorNo() {
    given(opened(), asked()).when(approve()).happened(approved());
    given(opened(), asked()).when(deny().by(BEN)).happened(denied().by(BEN));
    given(opened(), asked())
        .when(approve().by(BEN).ifVersion(1))
        .happened(approved().through(approve().by(BEN).ifVersion(1)));
  }

  @Test
  void onlyThoseWhoMayDecideAskAndOffer() {
    for (var stranger : List.of(CARLA, FEMI, JIT)) {
      given(opened()).when(ask().by(stranger)).refused(NOT_AN_APPROVER);
      given(opened()).when(offer(HOUR).by(stranger)).refused(NOT_AN_APPROVER);
      given(opened(), offered(offer(HOUR), AN_HOUR))
          .when(withdrawOffer(2).by(stranger))
          .refused(NOT_AN_APPROVER);
    }
    given(opened()).when(ask().by(EVA)).refused(OWN_REQUEST);
    given(opened()).when(offer(HOUR).by(EVA)).refused(OWN_REQUEST);
    given(opened()).approversNow(CARLA).when(ask().by(CARLA)).happened(asked().by(CARLA));
    given(opened()).approversNow(CARLA).when(ask().by(ANNA)).happened(asked());
  }

  @Test
  void onlyWhoAskedForAccessAnswersAndAccepts() {
    given(opened(), asked()).when(answer(2).engineer(BEN)).refused(NOT_THE_ENGINEER);
    given(opened(), offered(offer(HOUR), AN_HOUR))
        .when(accept(2).engineer(BEN))
        .refused(NOT_THE_ENGINEER);
  }

  @Test
  void anAnswerNamesItsQuestionAndComesOnce() {
    given(opened()).when(answer(1)).refused(NO_SUCH_QUESTION);
    given(opened(), asked()).when(answer(1)).refused(NO_SUCH_QUESTION);
    given(opened(), asked(), answered(2)).when(answer(2)).refused(NO_SUCH_QUESTION);
    given(opened(), asked(), asked().by(BEN)).when(answer(3)).happened(answered(3));
  }

  @Test
  void anAttemptSaysOneThing() {
    var asking = given(opened()).when(ask().as("q")).happened(asked().as("q"));
    asking.when(ask().as("q")).repeated(2);
    asking.when(ask().as("q").because("something else")).refused(DECISION_ID_REUSED);
    asking
        .when(answer(2).as("a"))
        .happened(answered(2).as("a"))
        .when(answer(2).as("a"))
        .repeated(3);
  }

  @Test
  void anOfferThatIsAcceptedLeavesLessToDecideAndIsNoYes() {
    var accepted =
        given(opened())
            .when(offer(HOUR))
            .happened(offered(offer(HOUR), AN_HOUR))
            .when(accept(2))
            .happened(accepted(2, AN_HOUR));
    assertThat(accepted.state())
        .isInstanceOfSatisfying(
            Pending.class,
            pending -> {
              assertThat(pending.terms()).isEqualTo(AN_HOUR);
              assertThat(pending.approvals().given()).isEmpty();
              assertThat(pending.dialogue().offer()).isEmpty();
            });
    accepted.when(approve().ifVersion(2)).refused(STALE_VERSION);
    var granted =
        accepted.when(approve(), NOON).happened(approved().accessUntil(NOON.plus(HOUR))).state();
    assertThat(granted)
        .isInstanceOfSatisfying(Granted.class, now -> assertThat(now.terms()).isEqualTo(AN_HOUR));
  }

  @Test
  void whatIsOnlyOfferedDoesNotChangeWhatAYesGrants() {
    var offered = given(opened(), offered(offer(HOUR), AN_HOUR));
    assertThat(((Pending) offered.state()).terms().accessFor()).isEqualTo(Duration.ofHours(8));
    offered
        .when(approve().by(BEN).ifVersion(1))
        .happened(approved().through(approve().by(BEN).ifVersion(1)));
  }

  @Test
  void anEarlierYesHoldsForTheLessThatWasAccepted() {
    var two = new Stage(Optional.empty(), Set.of(ANNA, BEN), 2);
    given(
            opened(),
            approvalsRequired(ApproverMode.SNAPSHOT, two),
            approvalGiven(0),
            offered(offer(HOUR).by(BEN), AN_HOUR),
            accepted(4, AN_HOUR))
        .when(approve().by(BEN), NOON)
        .happened(approved().by(BEN).accessUntil(NOON.plus(HOUR)));
  }

  @Test
  void anOfferIsOfLessThanWhatStandsAndOfTheTermsThatWereRead() {
    given(opened()).when(offer(Duration.ofHours(8))).refused(OFFERS_NO_LESS);
    given(opened()).when(offer(Duration.ofHours(9))).refused(WIDER_THAN_ASKED);
    var otherAction =
        new Narrowing(
            Optional.of(List.of(new ActionName("k8s.object.get"))),
            Optional.empty(),
            Optional.empty());
    given(opened()).when(offer(otherAction)).refused(WIDER_THAN_ASKED);
    var otherResource =
        new Narrowing(
            Optional.empty(),
            Optional.of(List.of(new ResourceName("/clusters/aro1/ns/openshift-dns"))),
            Optional.empty());
    given(opened()).when(offer(otherResource)).refused(WIDER_THAN_ASKED);
    given(opened(), narrowed(TWO_HOURS)).when(offer(HOUR).ifVersion(1)).refused(STALE_VERSION);
    given(opened(), narrowed(TWO_HOURS)).when(offer(HOUR).ifVersion(3)).refused(STALE_VERSION);
    given(opened(), narrowed(AN_HOUR)).when(offer(HOUR)).refused(OFFERS_NO_LESS);
  }

  @Test
  void aNewOfferTakesThePlaceOfTheOneBefore() {
    var second = Duration.ofHours(2);
    given(
            opened(),
            offered(offer(HOUR), AN_HOUR),
            offered(offer(second).by(BEN).ifVersion(1), TWO_HOURS))
        .when(accept(2))
        .refused(NO_SUCH_OFFER)
        .when(accept(3))
        .happened(accepted(3, TWO_HOURS));
  }

  @Test
  void anOfferOfTermsThatNoLongerStandIsOver() {
    given(opened(), offered(offer(HOUR), AN_HOUR), narrowed(TWO_HOURS))
        .when(accept(2))
        .refused(NO_SUCH_OFFER);
  }

  @Test
  void anOfferIsTakenBackAndNotAcceptedAfterwards() {
    given(opened(), offered(offer(HOUR), AN_HOUR))
        .when(withdrawOffer(2).by(BEN))
        .happened(offerWithdrawn(2).by(BEN))
        .when(accept(2))
        .refused(NO_SUCH_OFFER)
        .when(withdrawOffer(2))
        .refused(NO_SUCH_OFFER);
    given(opened()).when(withdrawOffer(1)).refused(NO_SUCH_OFFER);
  }

  @Test
  void onlyAWaitingRequestIsTalkedAbout() {
    for (var said : List.of(ask(), answer(1), offer(HOUR), withdrawOffer(1), accept(1))) {
      given().when(said).refused(NO_SUCH_REQUEST);
      given(opened(), approved()).when(said).refused(ALREADY_DECIDED);
      given(opened(), denied()).when(said).refused(ALREADY_DECIDED);
    }
  }

  @Test
  void nothingIsSaidOnceItIsTooLateToDecide() {
    var waiting = given(opened().decideBy(NOON), asked().at(MORNING));
    for (var said : List.of(ask(), answer(2), offer(HOUR), withdrawOffer(1), accept(1))) {
      waiting.when(said, NOON).refused(TOO_LATE);
    }
    waiting.when(answer(2), NOON.minus(TICK)).happened(answered(2));
  }

  @Test
  void thereIsAnEndToQuestionsAndToOffers() {
    var questions =
        IntStream.range(0, Dialogue.QUESTIONS_MAX).<EventBuilder<?>>mapToObj(each -> asked());
    given(with(opened(), questions)).when(ask()).refused(SAID_ENOUGH);
    var offers =
        IntStream.range(0, Dialogue.OFFERS_MAX)
            .<EventBuilder<?>>mapToObj(each -> offered(offer(HOUR).ifVersion(1), AN_HOUR));
    given(with(opened(), offers)).when(offer(HOUR)).refused(SAID_ENOUGH);
  }

  private static EventBuilder<?>[] with(EventBuilder<?> first, Stream<EventBuilder<?>> others) {
    return Stream.concat(Stream.of(first), others).toArray(EventBuilder<?>[]::new);
  }

  @Test
  void anAnswerToNothingIsAnImpossibleHistory() {
    assertThatThrownBy(() -> given(opened(), answered(1)).state())
        .isInstanceOf(ImpossibleHistory.class);
    assertThatThrownBy(() -> given(opened(), accepted(1, AN_HOUR)).state())
        .isInstanceOf(ImpossibleHistory.class);
    assertThatThrownBy(() -> given(opened(), offerWithdrawn(1)).state())
        .isInstanceOf(ImpossibleHistory.class);
  }
}
