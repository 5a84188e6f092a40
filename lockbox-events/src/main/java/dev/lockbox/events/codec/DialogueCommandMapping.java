package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.CommandMapping.logged;
import static dev.lockbox.events.codec.RulesMapping.fromNarrowing;
import static dev.lockbox.events.codec.RulesMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.DialogueCommand;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.AcceptOffer;
import dev.lockbox.wire.command.AnswerQuestion;
import dev.lockbox.wire.command.AskQuestion;
import dev.lockbox.wire.command.CounterOffer;
import dev.lockbox.wire.command.WithdrawOffer;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What is said about a waiting request, on the command log. */
final class DialogueCommandMapping {
  static final List<Class<? extends SpecificRecord>> COMMANDS =
      List.of(
          AskQuestion.class,
          AnswerQuestion.class,
          CounterOffer.class,
          WithdrawOffer.class,
          AcceptOffer.class);

  private DialogueCommandMapping() {}

  static SpecificRecord toWire(String id, DialogueCommand command) {
    var address = address(Topics.COMMANDS, command.tenant());
    var request = command.request().value();
    var by = wire(command.by());
    return switch (command) {
      case DialogueCommand.AskQuestion ask ->
          new AskQuestion(address, id, request, by, wire(ask.question()));
      case DialogueCommand.AnswerQuestion answer ->
          new AnswerQuestion(
              address,
              id,
              request,
              by,
              answer.engineer().value(),
              answer.question(),
              wire(answer.answer()));
      case DialogueCommand.CounterOffer offer ->
          new CounterOffer(
              address,
              id,
              request,
              by,
              wire(offer.reason()),
              offer.ifVersion(),
              wire(offer.narrowing()),
              ConditionsMapping.wireIfAny(offer.narrowing().conditions()));
      case DialogueCommand.WithdrawOffer withdraw ->
          new WithdrawOffer(address, id, request, by, withdraw.offer());
      case DialogueCommand.AcceptOffer accept ->
          new AcceptOffer(address, id, request, by, accept.engineer().value(), accept.offer());
    };
  }

  /** One of {@link #COMMANDS}. */
  static LoggedCommand toDomain(SpecificRecord wire) {
    return switch (wire) {
      case AskQuestion ask ->
          logged(
              ask.getCommandId(),
              new DialogueCommand.AskQuestion(
                  request(ask.getAddress(), ask.getRequestId()),
                  fromAttempt(ask.getBy()),
                  fromPersonal(ask.getQuestion())));
      case AnswerQuestion answer ->
          logged(
              answer.getCommandId(),
              new DialogueCommand.AnswerQuestion(
                  request(answer.getAddress(), answer.getRequestId()),
                  fromAttempt(answer.getBy()),
                  new PersonId(answer.getEngineer()),
                  answer.getQuestionVersion(),
                  fromPersonal(answer.getAnswer())));
      case CounterOffer offer ->
          logged(
              offer.getCommandId(),
              new DialogueCommand.CounterOffer(
                  request(offer.getAddress(), offer.getRequestId()),
                  fromAttempt(offer.getBy()),
                  fromReason(offer.getReason()),
                  offer.getIfVersion(),
                  fromNarrowing(
                      offer.getNarrowing(), ConditionsMapping.fromAny(offer.getConditions()))));
      case WithdrawOffer withdraw ->
          logged(
              withdraw.getCommandId(),
              new DialogueCommand.WithdrawOffer(
                  request(withdraw.getAddress(), withdraw.getRequestId()),
                  fromAttempt(withdraw.getBy()),
                  withdraw.getOfferVersion()));
      case AcceptOffer accept ->
          logged(
              accept.getCommandId(),
              new DialogueCommand.AcceptOffer(
                  request(accept.getAddress(), accept.getRequestId()),
                  fromAttempt(accept.getBy()),
                  new PersonId(accept.getEngineer()),
                  accept.getOfferVersion()));
      default -> throw Unmapped.type(wire);
    };
  }
}
