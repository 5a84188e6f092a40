package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.person;
import static dev.lockbox.audit.ocsf.Actors.personThrough;
import static dev.lockbox.audit.ocsf.Actors.service;
import static dev.lockbox.audit.ocsf.Draft.done;

import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.DialogueEvent.OfferWithdrawn;
import dev.lockbox.domain.DialogueEvent.QuestionAnswered;
import dev.lockbox.domain.DialogueEvent.QuestionAsked;
import java.time.Instant;
import java.util.Optional;

/** What each thing said about a waiting request becomes. */
final class DialogueRecords {
  private DialogueRecords() {}

  static Draft draft(DialogueEvent event) {
    return switch (event) {
      case QuestionAsked asked -> asked(asked);
      case QuestionAnswered answered -> answered(answered);
      case CounterOffered offered -> offered(offered);
      case OfferAccepted accepted -> accepted(accepted);
      case OfferWithdrawn withdrawn -> withdrawn(withdrawn);
    };
  }

  private static Draft asked(QuestionAsked event) {
    var approver = event.by().actor();
    return done(
            person(approver),
            "%s asked the engineer something before deciding: %s"
                .formatted(approver, event.request()))
        .by(event.by())
        .comment(Optional.of(event.question()))
        .lockbox(decideBy(event.decideBy()));
  }

  private static Draft answered(QuestionAnswered event) {
    var engineer = event.answer().subject();
    return done(
            personThrough(engineer, event.by().actor()),
            "%s answered a question: %s".formatted(engineer, event.request()))
        .by(event.by())
        .comment(Optional.of(event.answer()))
        .lockbox(decideBy(event.decideBy()).number("question_version", event.question()));
  }

  private static Draft offered(CounterOffered event) {
    var approver = event.by().actor();
    return done(
            person(approver),
            "%s offers less than was asked for, which is no approval: %s"
                .formatted(approver, event.request()))
        .by(event.by())
        .comment(event.reason())
        .lockbox(Details.of(event.terms()));
  }

  private static Draft accepted(OfferAccepted event) {
    var service = event.by().actor();
    return done(
            service(service),
            "the engineer is content with less, through %s, which waits for approval: %s"
                .formatted(service, event.request()))
        .by(event.by())
        .lockbox(Details.of(event.terms()).number("offer_version", event.offer()));
  }

  private static Draft withdrawn(OfferWithdrawn event) {
    var approver = event.by().actor();
    return done(person(approver), "%s took an offer back: %s".formatted(approver, event.request()))
        .by(event.by())
        .lockbox(new Fields().number("offer_version", event.offer()));
  }

  private static Fields decideBy(Optional<Instant> moved) {
    return new Fields().number("decide_by", moved.map(Instant::toEpochMilli));
  }
}
