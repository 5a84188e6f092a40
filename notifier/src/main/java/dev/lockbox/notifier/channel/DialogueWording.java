package dev.lockbox.notifier.channel;

import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.DialogueEvent.OfferWithdrawn;
import dev.lockbox.domain.DialogueEvent.QuestionAnswered;
import dev.lockbox.domain.DialogueEvent.QuestionAsked;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.notifier.channel.Page.Fact;
import dev.lockbox.notifier.channel.Page.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a letter says when something was said about a waiting request. */
final class DialogueWording {
  private DialogueWording() {}

  static String happened(DialogueEvent event) {
    return switch (event) {
      case QuestionAsked asked -> "a question waits for an answer";
      case QuestionAnswered answered -> "a question is answered";
      case CounterOffered offered -> "less is offered";
      case OfferAccepted accepted -> "less is agreed to, decide on that";
      case OfferWithdrawn withdrawn -> "an offer is taken back";
    };
  }

  static String headline(DialogueEvent event, String engineer) {
    return switch (event) {
      case QuestionAsked asked ->
          "%s asks %s something before deciding. The request still waits for a decision."
              .formatted(shown(asked.by().actor()), engineer);
      case QuestionAnswered answered ->
          "%s answered a question. The request still waits for a decision.".formatted(engineer);
      case CounterOffered offered ->
          "%s would rather approve less than %s asked for. That is an offer and no approval: %s may accept it, answer or withdraw."
              .formatted(shown(offered.by().actor()), engineer, engineer);
      case OfferAccepted accepted ->
          "%s is content with less than was asked for. That is what waits for a decision now."
              .formatted(engineer);
      case OfferWithdrawn withdrawn ->
          "%s took back an offer of less: what was asked for waits for a decision as before."
              .formatted(shown(withdrawn.by().actor()));
    };
  }

  static List<Fact> facts(DialogueEvent event) {
    return switch (event) {
      case QuestionAsked asked -> moved(asked.decideBy());
      case QuestionAnswered answered -> moved(answered.decideBy());
      case CounterOffered offered -> less("Offered", offered.terms());
      case OfferAccepted accepted -> less("Agreed", accepted.terms());
      case OfferWithdrawn withdrawn -> List.of();
    };
  }

  static Optional<Quote> quote(DialogueEvent event) {
    return switch (event) {
      case QuestionAsked asked -> Optional.of(quote("The question of %s", asked.question()));
      case QuestionAnswered answered -> Optional.of(quote("The answer of %s", answered.answer()));
      case CounterOffered offered -> offered.reason().map(Wording::quote);
      case OfferAccepted accepted -> Optional.empty();
      case OfferWithdrawn withdrawn -> Optional.empty();
    };
  }

  private static List<Fact> moved(Optional<Instant> decideBy) {
    return decideBy.stream()
        .map(until -> Fact.of("Decide by, since a question was asked", Times.shown(until)))
        .toList();
  }

  private static List<Fact> less(String how, Terms terms) {
    return List.of(
        new Fact(how + " actions", Wording.shown(terms.actions())),
        new Fact(how + " resources", Wording.shown(terms.resources())),
        Fact.of(how + " access for", Times.shown(terms.accessFor())));
  }

  private static Quote quote(String whose, PersonalText words) {
    return new Quote(whose.formatted(shown(words.subject())), Shown.text(words.text()));
  }

  private static String shown(PersonId person) {
    return Shown.id(person.value());
  }
}
