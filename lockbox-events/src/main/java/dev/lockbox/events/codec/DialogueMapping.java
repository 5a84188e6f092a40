package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.request;
import static dev.lockbox.events.codec.RulesMapping.fromTerms;
import static dev.lockbox.events.codec.RulesMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.dialogue.Answer;
import dev.lockbox.domain.dialogue.Dialogue;
import dev.lockbox.domain.dialogue.Offer;
import dev.lockbox.domain.dialogue.Pause;
import dev.lockbox.domain.dialogue.Question;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.wire.event.CounterOffered;
import dev.lockbox.wire.event.OfferAccepted;
import dev.lockbox.wire.event.OfferWithdrawn;
import dev.lockbox.wire.event.QuestionAnswered;
import dev.lockbox.wire.event.QuestionAsked;
import dev.lockbox.wire.shared.EventHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What was said about a waiting request, among the events and in its state. */
final class DialogueMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(
          QuestionAsked.class,
          QuestionAnswered.class,
          CounterOffered.class,
          OfferAccepted.class,
          OfferWithdrawn.class);

  private DialogueMapping() {}

  static SpecificRecord toWire(EventHead head, DialogueEvent event) {
    var request = event.request().value();
    var by = wire(event.by());
    return switch (event) {
      case DialogueEvent.QuestionAsked asked ->
          new QuestionAsked(
              head, request, by, wire(asked.question()), asked.decideBy().orElse(null));
      case DialogueEvent.QuestionAnswered answered ->
          new QuestionAnswered(
              head,
              request,
              by,
              answered.question(),
              wire(answered.answer()),
              answered.decideBy().orElse(null));
      case DialogueEvent.CounterOffered offered ->
          new CounterOffered(
              head,
              request,
              by,
              wire(offered.terms()),
              wire(offered.reason()),
              ConditionsMapping.wireIfAny(offered.terms().conditions()));
      case DialogueEvent.OfferAccepted accepted ->
          new OfferAccepted(
              head,
              request,
              by,
              accepted.offer(),
              wire(accepted.terms()),
              ConditionsMapping.wireIfAny(accepted.terms().conditions()));
      case DialogueEvent.OfferWithdrawn withdrawn ->
          new OfferWithdrawn(head, request, by, withdrawn.offer());
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case QuestionAsked asked -> {
        var head = asked.getHead();
        yield recorded(
            head,
            new DialogueEvent.QuestionAsked(
                request(head, asked.getRequestId()),
                head.getAt(),
                fromProvenance(asked.getBy()),
                fromPersonal(asked.getQuestion()),
                Optional.ofNullable(asked.getDecideBy())));
      }
      case QuestionAnswered answered -> {
        var head = answered.getHead();
        yield recorded(
            head,
            new DialogueEvent.QuestionAnswered(
                request(head, answered.getRequestId()),
                head.getAt(),
                fromProvenance(answered.getBy()),
                answered.getQuestionVersion(),
                fromPersonal(answered.getAnswer()),
                Optional.ofNullable(answered.getDecideBy())));
      }
      case CounterOffered offered -> {
        var head = offered.getHead();
        yield recorded(
            head,
            new DialogueEvent.CounterOffered(
                request(head, offered.getRequestId()),
                head.getAt(),
                fromProvenance(offered.getBy()),
                fromTerms(offered.getTerms())
                    .under(ConditionsMapping.fromAny(offered.getConditions())),
                fromReason(offered.getReason())));
      }
      case OfferAccepted accepted -> {
        var head = accepted.getHead();
        yield recorded(
            head,
            new DialogueEvent.OfferAccepted(
                request(head, accepted.getRequestId()),
                head.getAt(),
                fromProvenance(accepted.getBy()),
                accepted.getOfferVersion(),
                fromTerms(accepted.getTerms())
                    .under(ConditionsMapping.fromAny(accepted.getConditions()))));
      }
      case OfferWithdrawn withdrawn -> {
        var head = withdrawn.getHead();
        yield recorded(
            head,
            new DialogueEvent.OfferWithdrawn(
                request(head, withdrawn.getRequestId()),
                head.getAt(),
                fromProvenance(withdrawn.getBy()),
                withdrawn.getOfferVersion()));
      }
      default -> throw Unmapped.type(wire);
    };
  }

  static dev.lockbox.wire.shared.@Nullable Dialogue wireDialogue(Dialogue dialogue) {
    return dialogue.equals(Dialogue.NONE)
        ? null
        : new dev.lockbox.wire.shared.Dialogue(
            dialogue.questions().stream().map(DialogueMapping::wireQuestion).toList(),
            dialogue.offered(),
            dialogue.offer().map(DialogueMapping::wireOffer).orElse(null),
            dialogue.decideBy().orElse(null),
            dialogue.pause().map(Pause::since).orElse(null),
            dialogue.pause().map(Pause::decideBy).orElse(null));
  }

  static Dialogue fromDialogue(dev.lockbox.wire.shared.@Nullable Dialogue wire) {
    return wire == null
        ? Dialogue.NONE
        : new Dialogue(
            wire.getQuestions().stream().map(DialogueMapping::fromQuestion).toList(),
            wire.getOffered(),
            Optional.ofNullable(wire.getOffer()).map(DialogueMapping::fromOffer),
            Optional.ofNullable(wire.getDecideBy()),
            pause(wire.getPausedSince(), wire.getDecideByBefore()));
  }

  private static Optional<Pause> pause(@Nullable Instant since, @Nullable Instant before) {
    return since == null || before == null
        ? Optional.empty()
        : Optional.of(new Pause(since, before));
  }

  private static dev.lockbox.wire.shared.Question wireQuestion(Question question) {
    return new dev.lockbox.wire.shared.Question(
        question.version(),
        question.at(),
        wire(question.words()),
        question.answer().map(Answer::at).orElse(null),
        wire(question.answer().map(Answer::words)));
  }

  private static Question fromQuestion(dev.lockbox.wire.shared.Question wire) {
    var answeredAt = Optional.ofNullable(wire.getAnsweredAt());
    var words = fromReason(wire.getAnswer());
    return new Question(
        wire.getVersion(),
        wire.getAt(),
        fromPersonal(wire.getWords()),
        answeredAt.flatMap(at -> words.map(said -> new Answer(at, said))));
  }

  private static dev.lockbox.wire.shared.Offer wireOffer(Offer offer) {
    return new dev.lockbox.wire.shared.Offer(
        offer.version(),
        offer.by().value(),
        offer.at(),
        wire(offer.terms()),
        wire(offer.reason()),
        ConditionsMapping.wireIfAny(offer.terms().conditions()));
  }

  private static Offer fromOffer(dev.lockbox.wire.shared.Offer wire) {
    return new Offer(
        wire.getVersion(),
        new PersonId(wire.getBy()),
        wire.getAt(),
        fromTerms(wire.getTerms()).under(ConditionsMapping.fromAny(wire.getConditions())),
        fromReason(wire.getReason()));
  }
}
