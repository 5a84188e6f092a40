package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.AnswerQuestion;
import dev.lockbox.domain.DialogueCommand.Reply;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.intake.AnswerGiven;
import dev.lockbox.wire.intake.OfferTaken;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What an engineer says through the JIT service. A question is answered once and an offer accepted
 * once, so the attempt's id is made of what is replied to.
 */
final class ReplyMapping {
  static final List<Class<? extends SpecificRecord>> TYPES =
      List.of(AnswerGiven.class, OfferTaken.class);

  private ReplyMapping() {}

  static SpecificRecord toWire(Reply reply, Instant producedAt) {
    var address = address(Topics.REQUESTS, reply.tenant());
    var request = reply.request().value();
    var producer = reply.by().actor().value();
    var engineer = reply.engineer().value();
    return switch (reply) {
      case AnswerQuestion answer ->
          new AnswerGiven(
              address,
              request,
              producer,
              engineer,
              answer.question(),
              wire(answer.answer()),
              producedAt);
      case AcceptOffer accept ->
          new OfferTaken(address, request, producer, engineer, accept.offer(), producedAt);
    };
  }

  /** One of {@link #TYPES}. */
  static Submission toDomain(SpecificRecord wire) {
    return switch (wire) {
      case AnswerGiven given ->
          new Submission(
              new AnswerQuestion(
                  request(given.getAddress(), given.getRequestId()),
                  by(given.getProducer(), "answer-" + given.getQuestionVersion()),
                  new PersonId(given.getEngineer()),
                  given.getQuestionVersion(),
                  fromPersonal(given.getAnswer())),
              given.getProducedAt());
      case OfferTaken taken ->
          new Submission(
              new AcceptOffer(
                  request(taken.getAddress(), taken.getRequestId()),
                  by(taken.getProducer(), "accept-" + taken.getOfferVersion()),
                  new PersonId(taken.getEngineer()),
                  taken.getOfferVersion()),
              taken.getProducedAt());
      default -> throw Unmapped.type(wire);
    };
  }

  private static Attempt by(String producer, String reply) {
    return new Attempt(new PersonId(producer), new DecisionId(reply));
  }
}
