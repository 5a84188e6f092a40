package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.DialogueCommand;
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
import dev.lockbox.domain.Event;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What may be said about a waiting request, and what comes of it; from its description (decision
 * 23). That none of it is a yes needs no rule: only an approval is one.
 */
final class Talk {
  /** Of questions, and of offers. */
  private static final int ENOUGH = 5;

  private final Story story;

  Talk(Story story) {
    this.story = story;
  }

  boolean takesEffect(DialogueCommand said, When when) {
    var request = said.request();
    return story.isAsked(request)
        && isTheirs(said)
        && !when.isTooLateFor(story.decideBy(request))
        && !isEnough(said)
        && isOfWhatStands(said);
  }

  /** Engineers reply to what is said of their own requests, and nobody else is heard on those. */
  private boolean isTheirs(DialogueCommand said) {
    var engineer = story.engineer(said.request());
    var speaker = said.by().actor();
    return said instanceof Reply reply
        ? reply.engineer().equals(engineer)
        : !speaker.equals(engineer) && new Rules(story).maySayNo(said.request(), speaker);
  }

  /** Whether as much of this was said as ever may be. */
  boolean isEnough(DialogueCommand said) {
    return (said instanceof AskQuestion || said instanceof CounterOffer)
        && story.of(said.request(), said.getClass()).size() >= ENOUGH;
  }

  private boolean isOfWhatStands(DialogueCommand said) {
    return switch (said) {
      case AskQuestion ask -> true;
      case AnswerQuestion answer -> isOpenQuestion(answer);
      case CounterOffer offer ->
          new Rules(story).hasReadTheTerms(offer.request(), offer.ifVersion())
              && !isOfMore(offer)
              && !isNoWayIn(offer)
              && isOfLess(offer);
      case WithdrawOffer withdraw -> isStanding(withdraw.request(), withdraw.offer());
      case AcceptOffer accept -> isStanding(accept.request(), accept.offer());
    };
  }

  boolean isOfMore(CounterOffer offer) {
    var agreed = story.agreed(offer.request());
    return agreed.isExceededBy(agreed.as(Optional.of(offer.narrowing())));
  }

  private boolean isNoWayIn(CounterOffer offer) {
    var terms = story.agreed(offer.request()).as(Optional.of(offer.narrowing()));
    return Preset.isNoWayIn(terms.conditions());
  }

  boolean isOfLess(CounterOffer offer) {
    var agreed = story.agreed(offer.request());
    return agreed.isMoreThan(agreed.as(Optional.of(offer.narrowing())));
  }

  boolean isStanding(RequestId request, long offer) {
    return story.agreed(request).offer().filter(one -> one.version() == offer).isPresent();
  }

  /** Asked in that version of the request, and not answered since. */
  boolean isOpenQuestion(AnswerQuestion answer) {
    return open(answer.request()).contains(answer.question());
  }

  /** Whether no other question waits for its answer. */
  boolean isLastOpen(AnswerQuestion answer) {
    return open(answer.request()).equals(Set.of(answer.question()));
  }

  /** The versions of the request in which questions stand that nobody has answered. */
  private Set<Long> open(RequestId request) {
    var version = 0L;
    var open = new HashSet<Long>();
    for (var effect : story.of(request)) {
      version += effect.events();
      if (effect.command() instanceof AskQuestion) {
        open.add(version);
      } else if (effect.command() instanceof AnswerQuestion earlier) {
        open.remove(earlier.question());
      }
    }
    return open;
  }

  /** Until when it can be decided from now on, where that changes what is told of it. */
  private Optional<Instant> moved(DialogueCommand said, When when) {
    var then = story.standstill(said, when);
    var isPaused = story.isPaused(said.request());
    return isPaused == then.since().isPresent() ? Optional.empty() : Optional.of(then.due());
  }

  boolean isToldBy(Event event, DialogueCommand said, When when) {
    return switch (said) {
      case AskQuestion ask ->
          event instanceof QuestionAsked asked
              && asked.question().equals(ask.question())
              && asked.decideBy().equals(moved(said, when));
      case AnswerQuestion answer ->
          event instanceof QuestionAnswered answered
              && answered.question() == answer.question()
              && answered.answer().equals(answer.answer())
              && answered.decideBy().equals(moved(said, when));
      case CounterOffer offer ->
          event instanceof CounterOffered offered
              && offered.reason().equals(offer.reason())
              && offered
                  .terms()
                  .equals(story.agreed(offer.request()).as(Optional.of(offer.narrowing())));
      case WithdrawOffer withdraw ->
          event instanceof OfferWithdrawn withdrawn && withdrawn.offer() == withdraw.offer();
      case AcceptOffer accept ->
          event instanceof OfferAccepted accepted
              && accepted.offer() == accept.offer()
              && story
                  .agreed(accept.request())
                  .offer()
                  .filter(offer -> offer.terms().equals(accepted.terms()))
                  .isPresent();
    };
  }
}
