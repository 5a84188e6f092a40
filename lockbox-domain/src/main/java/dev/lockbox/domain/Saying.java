package dev.lockbox.domain;

import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.DialogueEvent.OfferWithdrawn;
import dev.lockbox.domain.DialogueEvent.QuestionAnswered;
import dev.lockbox.domain.DialogueEvent.QuestionAsked;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.dialogue.Answer;
import dev.lockbox.domain.dialogue.Dialogue;
import dev.lockbox.domain.dialogue.Offer;
import dev.lockbox.domain.dialogue.Pause;
import dev.lockbox.domain.dialogue.Question;
import java.util.Optional;

/** What a waiting request's dialogue is after something was said. */
final class Saying {
  private Saying() {}

  /**
   * @param version of the request after the event
   * @throws ImpossibleHistory for an answer to no open question, and for the end of no offer
   */
  static Dialogue after(Pending before, DialogueEvent event, long version) {
    var dialogue = before.dialogue();
    return switch (event) {
      case QuestionAsked asked -> asked(before, asked, version);
      case QuestionAnswered answered -> answered(before, answered);
      case CounterOffered made ->
          dialogue.offered(
              new Offer(version, made.by().actor(), made.at(), made.terms(), made.reason()));
      case OfferWithdrawn withdrawn -> over(before, withdrawn, withdrawn.offer());
      case OfferAccepted accepted -> over(before, accepted, accepted.offer());
    };
  }

  private static Dialogue asked(Pending before, QuestionAsked event, long version) {
    var question = new Question(version, event.at(), event.question(), Optional.empty());
    var asked = before.dialogue().asked(question);
    return event
        .decideBy()
        .map(latest -> asked.paused(new Pause(event.at(), before.decideBy()), latest))
        .orElse(asked);
  }

  private static Dialogue answered(Pending before, QuestionAnswered event) {
    if (before.dialogue().open(event.question()).isEmpty()) {
      throw new ImpossibleHistory(before, event);
    }
    var answer = new Answer(event.at(), event.answer());
    var answered = before.dialogue().answered(event.question(), answer);
    return event.decideBy().map(answered::resumed).orElse(answered);
  }

  private static Dialogue over(Pending before, DialogueEvent event, long offer) {
    if (before.dialogue().standing(offer).isEmpty()) {
      throw new ImpossibleHistory(before, event);
    }
    return before.dialogue().withoutOffer();
  }
}
