package dev.lockbox.domain;

import static dev.lockbox.domain.Decider.by;
import static dev.lockbox.domain.DialogueRefusals.noSuchOffer;
import static dev.lockbox.domain.DialogueRefusals.noSuchQuestion;
import static dev.lockbox.domain.DialogueRefusals.offersNoLess;
import static dev.lockbox.domain.DialogueRefusals.saidEnough;
import static dev.lockbox.domain.Refusals.alreadyDecided;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.internalApprovalFirst;
import static dev.lockbox.domain.Refusals.noSuchRequest;
import static dev.lockbox.domain.Refusals.noWayInLeft;
import static dev.lockbox.domain.Refusals.notAnApprover;
import static dev.lockbox.domain.Refusals.notTheEngineer;
import static dev.lockbox.domain.Refusals.ownRequest;
import static dev.lockbox.domain.Refusals.staleVersion;
import static dev.lockbox.domain.Refusals.tooLate;
import static dev.lockbox.domain.Refusals.widerThanAsked;
import static dev.lockbox.domain.decision.Decision.accept;

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
import dev.lockbox.domain.DialogueCommand.Reply;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.DialogueEvent.OfferWithdrawn;
import dev.lockbox.domain.DialogueEvent.QuestionAnswered;
import dev.lockbox.domain.DialogueEvent.QuestionAsked;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.dialogue.Dialogue;
import dev.lockbox.domain.dialogue.Offer;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether something may be said about a waiting request. Whoever may say no to it may ask and
 * offer; its engineer answers and accepts. An accepted offer is no approval: what it leaves is
 * decided like what was asked for.
 */
final class Conversation {
  private Conversation() {}

  static Decision<RequestEvent> decide(
      AccessRequest state, DialogueCommand command, ApprovalRules rules, Moment at) {
    var request = command.request();
    return switch (state) {
      case Unopened none -> noSuchRequest(request);
      case Evaluated evaluated -> internalApprovalFirst(request);
      case Passed passed -> internalApprovalFirst(request);
      case Scheduled scheduled -> alreadyDecided(request, "granted");
      case Granted granted -> alreadyDecided(request, "granted");
      case Closing closing -> alreadyDecided(request, closing.end().outcome().name());
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Faulted faulted -> faulted(request);
      case Pending pending ->
          refused(pending, command, rules, at).orElseGet(() -> said(pending, command, rules, at));
    };
  }

  /** Not theirs to speak, or too late for it. */
  private static Optional<Decision<RequestEvent>> refused(
      Pending pending, DialogueCommand command, ApprovalRules rules, Moment at) {
    var request = command.request();
    var opening = pending.opening();
    var engineer = opening.asked().engineer();
    var speaker = command.by().actor();
    if (command instanceof Reply reply && !reply.engineer().equals(engineer)) {
      return Optional.of(notTheEngineer(request, reply.engineer()));
    }
    if (!(command instanceof Reply) && speaker.mayBe(engineer)) {
      return Optional.of(ownRequest(request, speaker));
    }
    if (!(command instanceof Reply) && !Decider.maySayNo(speaker, opening, rules)) {
      return Optional.of(notAnApprover(request, speaker));
    }
    return at.isSurelyPast(pending.decideBy())
        ? Optional.of(tooLate(request, pending.decideBy(), at.effective()))
        : Optional.empty();
  }

  private static Decision<RequestEvent> said(
      Pending pending, DialogueCommand command, ApprovalRules rules, Moment at) {
    return switch (command) {
      case AskQuestion ask -> ask(pending, ask, rules, at);
      case AnswerQuestion answer -> answer(pending, answer, at.appended());
      case CounterOffer offer -> offer(pending, offer, at.appended());
      case WithdrawOffer withdraw -> withdraw(pending, withdraw, at.appended());
      case AcceptOffer accept -> acceptOffer(pending, accept, at.appended());
    };
  }

  private static Decision<RequestEvent> ask(
      Pending pending, AskQuestion ask, ApprovalRules rules, Moment at) {
    if (pending.dialogue().questions().size() == Dialogue.QUESTIONS_MAX) {
      return saidEnough(ask.request(), "questions", Dialogue.QUESTIONS_MAX);
    }
    var until = pausedUntil(pending, rules, at);
    return accept(new QuestionAsked(ask.request(), at.appended(), by(ask), ask.question(), until));
  }

  /**
   * Until when it can be decided, were the question never answered: all that the tenant lets its
   * questions delay a request, however many there are. Empty where the clock goes on: it stands
   * already, has stood for that long, or cannot be trusted. More time for a yes helps towards it,
   * so none is given while grants are frozen.
   */
  private static Optional<Instant> pausedUntil(Pending pending, ApprovalRules rules, Moment at) {
    var latest = pending.opening().decideBy().plus(rules.settings().policy().dialogue().pauseMax());
    return at.suspect()
            || at.frozen()
            || pending.dialogue().pause().isPresent()
            || !latest.isAfter(pending.decideBy())
        ? Optional.empty()
        : Optional.of(latest);
  }

  private static Decision<RequestEvent> answer(Pending pending, AnswerQuestion answer, Instant at) {
    var dialogue = pending.dialogue();
    if (dialogue.open(answer.question()).isEmpty()) {
      return noSuchQuestion(answer.request(), answer.question());
    }
    var until =
        dialogue
            .pause()
            .filter(pause -> dialogue.isLastOpen(answer.question()))
            .map(pause -> pause.over(at, pending.decideBy()));
    return accept(
        new QuestionAnswered(
            answer.request(), at, by(answer), answer.question(), answer.answer(), until));
  }

  private static Decision<RequestEvent> offer(Pending pending, CounterOffer offer, Instant at) {
    var request = offer.request();
    if (!pending.isReadAt(offer.ifVersion())) {
      return staleVersion(request, pending.termsVersion(), offer.ifVersion());
    }
    var terms = offer.narrowing().of(pending.terms());
    if (!pending.terms().contain(terms)) {
      return widerThanAsked(request, pending.terms(), terms);
    }
    if (terms.conditions().leaveNoWayIn()) {
      return noWayInLeft(request);
    }
    if (terms.contain(pending.terms())) {
      return offersNoLess(request);
    }
    return pending.dialogue().offered() == Dialogue.OFFERS_MAX
        ? saidEnough(request, "offers", Dialogue.OFFERS_MAX)
        : accept(new CounterOffered(request, at, by(offer), terms, offer.reason()));
  }

  private static Decision<RequestEvent> withdraw(
      Pending pending, WithdrawOffer withdraw, Instant at) {
    var request = withdraw.request();
    return pending
        .dialogue()
        .standing(withdraw.offer())
        .map(
            offer ->
                Decision.<RequestEvent>accept(
                    new OfferWithdrawn(request, at, by(withdraw), offer.version())))
        .orElseGet(() -> noSuchOffer(request, withdraw.offer()));
  }

  private static Decision<RequestEvent> acceptOffer(
      Pending pending, AcceptOffer accept, Instant at) {
    var request = accept.request();
    return pending
        .dialogue()
        .standing(accept.offer())
        .map(Offer::terms)
        .map(
            terms ->
                Decision.<RequestEvent>accept(
                    new OfferAccepted(request, at, by(accept), accept.offer(), terms)))
        .orElseGet(() -> noSuchOffer(request, accept.offer()));
  }
}
