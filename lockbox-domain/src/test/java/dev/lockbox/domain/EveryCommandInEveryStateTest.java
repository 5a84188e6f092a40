package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Evaluations.ALL_REQUIRED;
import static dev.lockbox.domain.Evaluations.DETAILS;
import static dev.lockbox.domain.Evaluations.FACTS;
import static dev.lockbox.domain.Evaluations.MIRA;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.AnswerQuestion;
import dev.lockbox.domain.DialogueCommand.AskQuestion;
import dev.lockbox.domain.DialogueCommand.CounterOffer;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.DialogueEvent.OfferWithdrawn;
import dev.lockbox.domain.DialogueEvent.QuestionAnswered;
import dev.lockbox.domain.DialogueEvent.QuestionAsked;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalExpired;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.ReadingEvent.RecordUnread;
import dev.lockbox.domain.RequestCommand.BeginReview;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.RequestEvent.AccessEnded;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestCancelled;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RequestEvent.RequestNarrowed;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RequestEvent.RequestWithdrawn;
import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.ReviewEvent.ReviewRequired;
import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.domain.signature.ApproverKeys;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.SoftKey;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two tables of the product: what can change a request, and what can follow what. */
class EveryCommandInEveryStateTest {
  /** So that nothing else holds them up. */
  private static final Asking ANYBODY = new Asking(0, Denials.NONE, true, true);

  private static final SoftKey KEY = SoftKey.ed25519(ANNA);

  private record Change(Class<?> state, Class<?> command, Class<?> event) {}

  private record Step(Class<?> before, Class<?> event, Class<?> after) {}

  private static final Set<Change> CHANGES =
      Set.of(
          new Change(Unopened.class, OpenRequest.class, RequestOpened.class),
          new Change(Unopened.class, OpenRequest.class, ApprovalsRequired.class),
          new Change(Unopened.class, OpenRequest.class, GrantedWithoutCustomer.class),
          new Change(Unopened.class, OpenRequest.class, RequestEvaluated.class),
          new Change(Evaluated.class, RequestCommand.Deny.class, RequestDenied.class),
          new Change(Evaluated.class, Revoke.class, RequestDenied.class),
          new Change(Evaluated.class, Withdraw.class, RequestWithdrawn.class),
          new Change(Evaluated.class, ResolveTicket.class, RequestCancelled.class),
          new Change(Evaluated.class, EnforceDeadline.class, InternalApprovalExpired.class),
          new Change(Evaluated.class, ApproveInternally.class, InternalApprovalGiven.class),
          new Change(Evaluated.class, ApproveInternally.class, InternalApprovalGranted.class),
          new Change(Evaluated.class, ApproveInternally.class, RequestOpened.class),
          new Change(Evaluated.class, ApproveInternally.class, ApprovalsRequired.class),
          new Change(Evaluated.class, ApproveInternally.class, GrantedWithoutCustomer.class),
          new Change(Evaluated.class, ApproveInternally.class, GrantedByRule.class),
          new Change(Evaluated.class, ApproveInternally.class, DeniedByRule.class),
          new Change(Evaluated.class, ApproveInternally.class, ConditionsRequired.class),
          new Change(Evaluated.class, DenyInternally.class, InternalApprovalDenied.class),
          new Change(Passed.class, DenyInternally.class, InternalApprovalDenied.class),
          new Change(Pending.class, DenyInternally.class, InternalApprovalDenied.class),
          new Change(Granted.class, DenyInternally.class, InternalApprovalDenied.class),
          new Change(Evaluated.class, FinishAccess.class, RequestWithdrawn.class),
          new Change(Passed.class, FinishAccess.class, RequestWithdrawn.class),
          new Change(Passed.class, RequestCommand.Deny.class, RequestDenied.class),
          new Change(Passed.class, Revoke.class, RequestDenied.class),
          new Change(Passed.class, Withdraw.class, RequestWithdrawn.class),
          new Change(Passed.class, ResolveTicket.class, RequestCancelled.class),
          new Change(Unopened.class, StartPractice.class, RequestOpened.class),
          new Change(Unopened.class, StartPractice.class, ApprovalsRequired.class),
          new Change(Unopened.class, StartPractice.class, ConditionsRequired.class),
          new Change(Unopened.class, StartPractice.class, ReviewRequired.class),
          new Change(Pending.class, RequestCommand.Approve.class, PracticeCompleted.class),
          new Change(Unopened.class, OpenRequest.class, ConditionsRequired.class),
          new Change(Unopened.class, OpenRequest.class, GrantedByRule.class),
          new Change(Unopened.class, OpenRequest.class, DeniedByRule.class),
          new Change(Unopened.class, Withdraw.class, RequestWithdrawn.class),
          new Change(Unopened.class, ResolveTicket.class, RequestCancelled.class),
          new Change(Pending.class, RequestCommand.Approve.class, RequestApproved.class),
          new Change(Pending.class, RequestCommand.Approve.class, RequestNarrowed.class),
          new Change(Pending.class, RequestCommand.Approve.class, ApprovalGiven.class),
          new Change(Pending.class, RequestCommand.Approve.class, DecisionSigned.class),
          new Change(Unopened.class, OpenRequest.class, ReviewRequired.class),
          new Change(Evaluated.class, ApproveInternally.class, ReviewRequired.class),
          new Change(Pending.class, BeginReview.class, ReviewBegun.class),
          new Change(Pending.class, RequestCommand.Deny.class, RequestDenied.class),
          new Change(Pending.class, Revoke.class, RequestDenied.class),
          new Change(Pending.class, Withdraw.class, RequestWithdrawn.class),
          new Change(Pending.class, ResolveTicket.class, RequestCancelled.class),
          new Change(Pending.class, EnforceDeadline.class, RequestExpired.class),
          new Change(Pending.class, AskQuestion.class, QuestionAsked.class),
          new Change(Pending.class, AnswerQuestion.class, QuestionAnswered.class),
          new Change(Pending.class, CounterOffer.class, CounterOffered.class),
          new Change(Pending.class, WithdrawOffer.class, OfferWithdrawn.class),
          new Change(Pending.class, AcceptOffer.class, OfferAccepted.class),
          new Change(Granted.class, RequestCommand.Deny.class, RequestRevoked.class),
          new Change(Granted.class, Revoke.class, RequestRevoked.class),
          new Change(Granted.class, Withdraw.class, RequestWithdrawn.class),
          new Change(Granted.class, ResolveTicket.class, RequestRevoked.class),
          new Change(Granted.class, EnforceDeadline.class, AccessEnded.class),
          new Change(Unopened.class, FinishAccess.class, RequestWithdrawn.class),
          new Change(Pending.class, FinishAccess.class, RequestWithdrawn.class),
          new Change(Granted.class, FinishAccess.class, AccessFinished.class),
          new Change(Unopened.class, OpenRequest.class, AccessScheduled.class),
          new Change(Evaluated.class, ApproveInternally.class, AccessScheduled.class),
          new Change(Pending.class, RequestCommand.Approve.class, AccessScheduled.class),
          new Change(Scheduled.class, DenyInternally.class, InternalApprovalDenied.class),
          new Change(Scheduled.class, RequestCommand.Deny.class, RequestRevoked.class),
          new Change(Scheduled.class, Revoke.class, RequestRevoked.class),
          new Change(Scheduled.class, Withdraw.class, RequestWithdrawn.class),
          new Change(Scheduled.class, ResolveTicket.class, RequestRevoked.class),
          new Change(Scheduled.class, FinishAccess.class, RequestWithdrawn.class),
          new Change(Scheduled.class, EnforceDeadline.class, AccessStarted.class),
          new Change(Scheduled.class, EnforceDeadline.class, AccessEnded.class),
          new Change(Granted.class, RequestCommand.Deny.class, ClosingRequired.class),
          new Change(Granted.class, Revoke.class, ClosingRequired.class),
          new Change(Granted.class, Withdraw.class, ClosingRequired.class),
          new Change(Granted.class, ResolveTicket.class, ClosingRequired.class),
          new Change(Granted.class, EnforceDeadline.class, ClosingRequired.class),
          new Change(Granted.class, FinishAccess.class, ClosingRequired.class),
          new Change(Granted.class, DenyInternally.class, ClosingRequired.class),
          new Change(Granted.class, RequestCommand.Deny.class, ReadingRequired.class),
          new Change(Granted.class, Revoke.class, ReadingRequired.class),
          new Change(Granted.class, Withdraw.class, ReadingRequired.class),
          new Change(Granted.class, ResolveTicket.class, ReadingRequired.class),
          new Change(Granted.class, EnforceDeadline.class, ReadingRequired.class),
          new Change(Granted.class, FinishAccess.class, ReadingRequired.class),
          new Change(Granted.class, DenyInternally.class, ReadingRequired.class),
          new Change(Closed.class, ConfirmRead.class, RecordRead.class),
          new Change(Closing.class, ConfirmRead.class, RecordRead.class),
          new Change(Closed.class, EnforceDeadline.class, RecordUnread.class),
          new Change(Closing.class, EnforceDeadline.class, RecordUnread.class),
          new Change(Closing.class, AcknowledgeClosing.class, ClosingAcknowledged.class),
          new Change(Closing.class, EnforceDeadline.class, ClosingFailed.class));

  private static final Set<Step> STEPS =
      Set.of(
          new Step(Unopened.class, RequestOpened.class, Pending.class),
          new Step(Unopened.class, GrantedWithoutCustomer.class, Granted.class),
          new Step(Unopened.class, RequestEvaluated.class, Evaluated.class),
          new Step(Unopened.class, RequestEvaluated.class, Passed.class),
          new Step(Unopened.class, RequestEvaluated.class, Closed.class),
          new Step(Evaluated.class, InternalApprovalGiven.class, Evaluated.class),
          new Step(Evaluated.class, InternalApprovalGranted.class, Passed.class),
          new Step(Evaluated.class, InternalApprovalDenied.class, Closed.class),
          new Step(Evaluated.class, InternalApprovalExpired.class, Closed.class),
          new Step(Passed.class, InternalApprovalDenied.class, Closed.class),
          new Step(Pending.class, InternalApprovalDenied.class, Closed.class),
          new Step(Granted.class, InternalApprovalDenied.class, Closed.class),
          new Step(Evaluated.class, RequestDenied.class, Closed.class),
          new Step(Evaluated.class, RequestExpired.class, Closed.class),
          new Step(Evaluated.class, RequestWithdrawn.class, Closed.class),
          new Step(Evaluated.class, RequestCancelled.class, Closed.class),
          new Step(Evaluated.class, RequestFaulted.class, Faulted.class),
          new Step(Passed.class, RequestOpened.class, Pending.class),
          new Step(Passed.class, GrantedWithoutCustomer.class, Granted.class),
          new Step(Passed.class, GrantedByRule.class, Granted.class),
          new Step(Passed.class, DeniedByRule.class, Closed.class),
          new Step(Passed.class, RequestDenied.class, Closed.class),
          new Step(Passed.class, RequestExpired.class, Closed.class),
          new Step(Passed.class, RequestWithdrawn.class, Closed.class),
          new Step(Passed.class, RequestCancelled.class, Closed.class),
          new Step(Passed.class, RequestFaulted.class, Faulted.class),
          new Step(Unopened.class, GrantedByRule.class, Granted.class),
          new Step(Unopened.class, DeniedByRule.class, Closed.class),
          new Step(Pending.class, ConditionsRequired.class, Pending.class),
          new Step(Pending.class, ApprovalsRequired.class, Pending.class),
          new Step(Pending.class, RequestNarrowed.class, Pending.class),
          new Step(Pending.class, ApprovalGiven.class, Pending.class),
          new Step(Pending.class, DecisionSigned.class, Pending.class),
          new Step(Pending.class, ReviewRequired.class, Pending.class),
          new Step(Pending.class, ReviewBegun.class, Pending.class),
          new Step(Pending.class, QuestionAsked.class, Pending.class),
          new Step(Pending.class, QuestionAnswered.class, Pending.class),
          new Step(Pending.class, CounterOffered.class, Pending.class),
          new Step(Pending.class, OfferWithdrawn.class, Pending.class),
          new Step(Pending.class, OfferAccepted.class, Pending.class),
          new Step(Unopened.class, RequestWithdrawn.class, Closed.class),
          new Step(Unopened.class, RequestCancelled.class, Closed.class),
          new Step(Pending.class, RequestApproved.class, Granted.class),
          new Step(Pending.class, PracticeCompleted.class, Closed.class),
          new Step(Pending.class, RequestDenied.class, Closed.class),
          new Step(Pending.class, RequestExpired.class, Closed.class),
          new Step(Pending.class, RequestWithdrawn.class, Closed.class),
          new Step(Pending.class, RequestCancelled.class, Closed.class),
          new Step(Granted.class, RequestRevoked.class, Closed.class),
          new Step(Granted.class, RequestWithdrawn.class, Closed.class),
          new Step(Granted.class, AccessEnded.class, Closed.class),
          new Step(Granted.class, AccessFinished.class, Closed.class),
          new Step(Pending.class, AccessScheduled.class, Scheduled.class),
          new Step(Granted.class, AccessScheduled.class, Scheduled.class),
          new Step(Scheduled.class, AccessStarted.class, Granted.class),
          new Step(Scheduled.class, RequestRevoked.class, Closed.class),
          new Step(Scheduled.class, RequestWithdrawn.class, Closed.class),
          new Step(Scheduled.class, InternalApprovalDenied.class, Closed.class),
          new Step(Scheduled.class, AccessEnded.class, Closed.class),
          new Step(Scheduled.class, RequestFaulted.class, Faulted.class),
          new Step(Granted.class, ReadingRequired.class, Granted.class),
          new Step(Closed.class, RecordRead.class, Closed.class),
          new Step(Closing.class, RecordRead.class, Closing.class),
          new Step(Closed.class, RecordUnread.class, Closed.class),
          new Step(Closing.class, RecordUnread.class, Closing.class),
          new Step(Granted.class, ClosingRequired.class, Granted.class),
          new Step(Granted.class, RequestRevoked.class, Closing.class),
          new Step(Granted.class, RequestWithdrawn.class, Closing.class),
          new Step(Granted.class, AccessEnded.class, Closing.class),
          new Step(Granted.class, AccessFinished.class, Closing.class),
          new Step(Granted.class, InternalApprovalDenied.class, Closing.class),
          new Step(Closing.class, ClosingAcknowledged.class, Closing.class),
          new Step(Closing.class, ClosingAcknowledged.class, Closed.class),
          new Step(Closing.class, ClosingFailed.class, Closing.class),
          new Step(Closing.class, RequestFaulted.class, Faulted.class),
          new Step(Unopened.class, RequestFaulted.class, Faulted.class),
          new Step(Pending.class, RequestFaulted.class, Faulted.class),
          new Step(Granted.class, RequestFaulted.class, Faulted.class),
          new Step(Closed.class, RequestFaulted.class, Faulted.class),
          new Step(Faulted.class, RequestFaulted.class, Faulted.class));

  /** Every state by every command by everybody at every interesting time under every registry. */
  @Test
  void onlyTheListedCommandsChangeAnything() {
    var found = new HashSet<Change>();
    var commands = commandsOfEverybody();
    var registries = registries();
    for (var state : Samples.states()) {
      for (var command : commands) {
        for (var rules : registries) {
          for (var at : times()) {
            if (Decider.decide(state, command, rules, ANYBODY, Moment.at(at))
                instanceof Accepted<RequestEvent> yes) {
              assertThat(yes.events()).hasSizeBetween(1, 3);
              for (var event : yes.events()) {
                assertThat(event.at()).isEqualTo(at);
                assertThat(event.request()).isEqualTo(command.request());
                found.add(new Change(state.getClass(), command.getClass(), event.getClass()));
              }
            }
          }
        }
      }
    }
    assertThat(found).isEqualTo(CHANGES);
  }

  @Test
  void onlyTheListedEventsCanFollowAndAllOthersAreImpossible() {
    var found = new HashSet<Step>();
    for (var state : Samples.states()) {
      for (var event : requestEvents()) {
        if (mayFollow(state, event)) {
          var after = AccessRequest.evolve(state, event);
          assertThat(after.version()).isEqualTo(state.version() + 1);
          found.add(new Step(state.getClass(), event.getClass(), after.getClass()));
        } else {
          assertThatThrownBy(() -> AccessRequest.evolve(state, event))
              .isInstanceOf(ImpossibleHistory.class)
              .hasMessageContaining(event.getClass().getSimpleName())
              .hasMessageContaining(state.getClass().getSimpleName());
        }
      }
    }
    assertThat(found).isEqualTo(STEPS);
  }

  @Test
  void whatWasSettledAtOpeningIsKeptToTheEnd() {
    var opening = Scenario.given(Events.opened()).state().opened().orElseThrow();
    assertThat(Samples.states())
        .filteredOn(state -> state.opened().isPresent())
        .filteredOn(state -> state.opened().orElseThrow().decideBy().isAfter(MORNING))
        .filteredOn(state -> state.opened().orElseThrow().evaluation().isEmpty())
        .filteredOn(state -> !state.opened().orElseThrow().isPractice())
        .hasSize(35)
        .allSatisfy(state -> assertThat(state.opened()).contains(opening));
  }

  private static boolean mayFollow(AccessRequest state, RequestEvent event) {
    return STEPS.stream()
            .anyMatch(step -> step.before() == state.getClass() && step.event() == event.getClass())
        && isSaidToSomething(state, event)
        && isInEarnestOrNot(state, event)
        && isLeftToRead(state, event);
  }

  /** What was done is read once, and nobody is reminded who need not be. */
  private static boolean isLeftToRead(AccessRequest state, RequestEvent event) {
    var over =
        switch (state) {
          case Closed closed -> Optional.of(closed);
          case Closing closing -> Optional.of(closing.end());
          default -> Optional.<Closed>empty(); // nothing else is over
        };
    return switch (event) {
      case RecordRead read ->
          over.filter(end -> end.accessUntil().isPresent())
              .filter(end -> end.lookback().readBy().isEmpty())
              .isPresent();
      case RecordUnread unread -> over.flatMap(end -> end.lookback().remindAt()).isPresent();
      default -> true; // nothing else is of what was done
    };
  }

  /** No yes to practice grants, and none in earnest is practice. */
  private static boolean isInEarnestOrNot(AccessRequest state, RequestEvent event) {
    var isPractice = state.opened().filter(Opening::isPractice).isPresent();
    return switch (event) {
      case PracticeCompleted done -> isPractice;
      case RequestApproved approved -> !isPractice;
      case AccessScheduled scheduled -> !isPractice;
      case RequestOpened opened -> state instanceof Unopened || !opened.isPractice();
      default -> true; // nothing else tells them apart
    };
  }

  /** An answer follows its question, and the end of an offer the offer. */
  private static boolean isSaidToSomething(AccessRequest state, RequestEvent event) {
    return !(state instanceof Pending pending)
        || switch (event) {
          case QuestionAnswered answered ->
              pending.dialogue().open(answered.question()).isPresent();
          case OfferWithdrawn withdrawn ->
              pending.dialogue().standing(withdrawn.offer()).isPresent();
          case OfferAccepted accepted -> pending.dialogue().standing(accepted.offer()).isPresent();
          default -> true; // nothing else answers to anything that was said
        };
  }

  private static List<RequestEvent> requestEvents() {
    var sampled =
        Stream.concat(Samples.events().stream(), Samples.sparseEvents().stream())
            .map(Recorded::event)
            .filter(RequestEvent.class::isInstance)
            .map(RequestEvent.class::cast);
    var passed = Events.evaluated(EvaluationRules.NONE).build(0, MORNING);
    return Stream.concat(sampled, Stream.of(passed)).toList();
  }

  private static List<RequestCommand> commandsOfEverybody() {
    return Stream.of(ANNA, BEN, CARLA, EVA, FEMI, JIT, MIRA, SAM)
        .flatMap(EveryCommandInEveryStateTest::commandsOf)
        .toList();
  }

  /** What somebody can ask of a request, of whichever version. */
  static Stream<RequestCommand> commandsOf(PersonId actor) {
    var unsaid = new Unsaid(99, MORNING, new DecisionId("fresh"));
    var approvals =
        LongStream.range(0, 5)
            .mapToObj(version -> Commands.approve().by(actor).ifVersion(version).build(unsaid));
    var narrowings =
        LongStream.range(0, 5)
            .mapToObj(
                version ->
                    Commands.approve()
                        .by(actor)
                        .ifVersion(version)
                        .onlyFor(Duration.ofMinutes(5))
                        .build(unsaid));
    var conditions =
        LongStream.range(0, 5)
            .mapToObj(
                version ->
                    Commands.approve()
                        .by(actor)
                        .ifVersion(version)
                        .under(Samples.CONDITIONS)
                        .build(unsaid));
    var others =
        Stream.of(
                Commands.open().by(actor),
                Commands.open().by(actor).engineer(actor),
                Commands.open().by(actor).saying(DETAILS).knowing(FACTS),
                Practising.practise().by(actor),
                Commands.deny().by(actor),
                Commands.revoke().by(actor),
                Commands.withdraw().by(actor),
                Commands.withdraw().by(actor).engineer(actor),
                Commands.resolveTicket().by(actor),
                Commands.finish().by(actor),
                Commands.acknowledgeClosing().by(actor),
                Commands.finish(actor).by(actor),
                Commands.enforceDeadline(),
                Insiders.approveInside().by(actor).ifVersion(1),
                Insiders.denyInside().by(actor),
                Readings.read().by(actor),
                Reviews.begin().by(actor).ifVersion(1),
                Reviews.begin().by(actor).ifVersion(2),
                Dialogues.ask().by(actor),
                Dialogues.answer(2).by(actor),
                Dialogues.answer(2).by(actor).engineer(actor),
                Dialogues.offer(Duration.ofMinutes(5)).by(actor).ifVersion(1),
                Dialogues.withdrawOffer(4).by(actor),
                Dialogues.accept(4).by(actor),
                Dialogues.accept(4).by(actor).engineer(actor))
            .map(command -> command.build(unsaid));
    var signed =
        Stream.of(Commands.approve().by(actor).ifVersion(1).signed(yes -> signed(yes)))
            .map(command -> (RequestCommand) command.build(unsaid));
    return Stream.of(approvals, narrowings, conditions, signed, others).flatMap(all -> all);
  }

  /** As of a request that was just opened. */
  private static Proof signed(RequestCommand.Approve yes) {
    var opened = (Pending) Scenario.given(Events.opened()).state();
    var digest = RequestDigest.of(yes.request(), opened.opening(), opened.terms());
    return KEY.sign(DecisionPayload.of(yes, digest, KEY.id()));
  }

  private static List<Optional<ApprovalRules>> registries() {
    var tenants =
        Stream.of(Set.<PersonId>of(), Set.of(ANNA), Set.of(ANNA, BEN, CARLA, EVA))
            .flatMap(approvers -> settings().map(set -> Registry.naming(approvers, set)));
    var providers =
        Stream.of(ALL_REQUIRED, TWO_INTERNAL_STAGES)
            .map(wanted -> wanting(wanted, Registry.naming(Set.of(ANNA), Settings.DEFAULTS)));
    var signing =
        Registry.naming(Set.of(ANNA), Settings.DEFAULTS)
            .with(
                ApproverKeys.of(
                    List.of(KEY.registered(Instant.EPOCH, Optional.of(Instant.EPOCH)))));
    return Stream.of(tenants, providers, Stream.of(signing))
        .flatMap(all -> all)
        .map(Optional::of)
        .toList();
  }

  private static ApprovalRules wanting(EvaluationRules wanted, ApprovalRules rules) {
    return new ApprovalRules(
        rules.version(),
        rules.approvers(),
        rules.changers(),
        rules.limits(),
        rules.settings(),
        rules.deployment().with(wanted));
  }

  private static Stream<Settings> settings() {
    return Stream.of(
        Settings.DEFAULTS,
        Samples.SETTINGS,
        Policies.settingsHaving(PolicySamples.ALL.closing()),
        Policies.settingsHaving(PolicySamples.ALL.review()),
        Policies.settingsHaving(PolicySamples.ALL.reading()),
        Policies.settingsHaving(AccessRuleSamples.DEMANDING),
        Policies.settingsHaving(AccessRuleSamples.APPROVING),
        Policies.settingsHaving(AccessRuleSamples.DENYING),
        new Settings(
            Enrolment.WHOLE_TENANT,
            Optional.empty(),
            ApproverMode.SNAPSHOT,
            false,
            false,
            List.of(),
            List.of(new StageRule(Optional.empty(), 2)),
            List.of()),
        new Settings(
            Enrolment.OFF,
            Optional.empty(),
            ApproverMode.LIVE,
            false,
            false,
            List.of(),
            List.of(new StageRule(Optional.empty(), 2)),
            List.of()));
  }

  private static List<Instant> times() {
    var decideBy = MORNING.plus(Duration.ofDays(4));
    return List.of(
        Instant.EPOCH,
        MORNING,
        MORNING.plus(Duration.ofHours(9)),
        decideBy.minus(Cast.TICK),
        decideBy,
        decideBy.plus(Duration.ofDays(1000)));
  }
}
