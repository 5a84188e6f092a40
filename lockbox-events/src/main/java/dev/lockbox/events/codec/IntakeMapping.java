package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.DetailsMapping.fromDetails;
import static dev.lockbox.events.codec.DetailsMapping.wireDetails;
import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAsked;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.DialogueCommand.Reply;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.intake.AccessClosed;
import dev.lockbox.wire.intake.AccessFinished;
import dev.lockbox.wire.intake.AccessRequested;
import dev.lockbox.wire.intake.AccessWithdrawn;
import dev.lockbox.wire.intake.DetailedAccessRequested;
import dev.lockbox.wire.intake.TicketResolved;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the JIT service writes; never what is known of the engineer, which is not for it to say. A
 * producer makes one attempt of each kind per request (of replies, one per question and offer), so
 * the attempt's id is the kind's name: the same message published twice is recognised by the
 * request it is about.
 */
final class IntakeMapping implements Mapping<Submission> {
  private static final DecisionId OPEN = new DecisionId("open");
  private static final DecisionId WITHDRAW = new DecisionId("withdraw");
  private static final DecisionId FINISH = new DecisionId("finish");
  private static final DecisionId RESOLVE = new DecisionId("resolve-ticket");

  private static final List<Class<? extends SpecificRecord>> OWN =
      List.of(
          AccessRequested.class,
          DetailedAccessRequested.class,
          AccessWithdrawn.class,
          TicketResolved.class,
          AccessFinished.class,
          AccessClosed.class);

  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return Stream.of(OWN, ReplyMapping.TYPES).flatMap(List::stream).toList();
  }

  @Override
  public SpecificRecord toWire(Submission submission) {
    var command = submission.command();
    var address = address(Topics.REQUESTS, command.tenant());
    var id = command.request().value();
    var producer = command.by().actor().value();
    var at = submission.producedAt();
    return switch (command) {
      case OpenRequest open when !open.details().equals(Details.NONE) ->
          new DetailedAccessRequested(
              address, id, producer, wire(open.asked()), wireDetails(open.details()), at);
      case OpenRequest open -> new AccessRequested(address, id, producer, wire(open.asked()), at);
      case Withdraw withdraw ->
          new AccessWithdrawn(address, id, producer, withdraw.engineer().value(), at);
      case ResolveTicket resolve -> new TicketResolved(address, id, producer, at);
      case FinishAccess finish ->
          new AccessFinished(address, id, producer, finish.engineer().value(), at);
      case Reply reply -> ReplyMapping.toWire(reply, at);
      case AcknowledgeClosing closed ->
          new AccessClosed(address, id, producer, closed.point().value(), at);
    };
  }

  @Override
  public Submission toDomain(SpecificRecord wire) {
    return switch (wire) {
      case AccessRequested asked -> {
        var request = request(asked.getAddress(), asked.getRequestId());
        var by = by(asked.getProducer(), OPEN);
        yield new Submission(
            new OpenRequest(request, by, fromAsked(asked.getAsked())), asked.getProducedAt());
      }
      case DetailedAccessRequested asked -> {
        var request = request(asked.getAddress(), asked.getRequestId());
        var by = by(asked.getProducer(), OPEN);
        var details = fromDetails(request.tenant(), asked.getDetails());
        yield new Submission(
            new OpenRequest(request, by, fromAsked(asked.getAsked()), details, Facts.NONE),
            asked.getProducedAt());
      }
      case AccessWithdrawn withdrawn -> {
        var request = request(withdrawn.getAddress(), withdrawn.getRequestId());
        var by = by(withdrawn.getProducer(), WITHDRAW);
        var engineer = new PersonId(withdrawn.getEngineer());
        yield new Submission(new Withdraw(request, by, engineer), withdrawn.getProducedAt());
      }
      case TicketResolved resolved -> {
        var request = request(resolved.getAddress(), resolved.getRequestId());
        yield new Submission(
            new ResolveTicket(request, by(resolved.getProducer(), RESOLVE)),
            resolved.getProducedAt());
      }
      case AccessFinished finished -> {
        var request = request(finished.getAddress(), finished.getRequestId());
        var by = by(finished.getProducer(), FINISH);
        var engineer = new PersonId(finished.getEngineer());
        yield new Submission(new FinishAccess(request, by, engineer), finished.getProducedAt());
      }
      case AccessClosed closed -> {
        var request = request(closed.getAddress(), closed.getRequestId());
        var point = new PointId(closed.getPoint());
        var by = by(closed.getProducer(), closedBy(point));
        yield new Submission(new AcknowledgeClosing(request, by, point), closed.getProducedAt());
      }
      case SpecificRecord reply when ReplyMapping.TYPES.contains(reply.getClass()) ->
          ReplyMapping.toDomain(reply);
      default -> throw Unmapped.type(wire);
    };
  }

  /** One producer may speak for several points. */
  private static DecisionId closedBy(PointId point) {
    return new DecisionId("closed-" + point);
  }

  private static Attempt by(String producer, DecisionId kind) {
    return new Attempt(new PersonId(producer), kind);
  }

  @Override
  public Optional<TenantId> partitionedBy(Submission submission) {
    return Optional.empty();
  }

  @Override
  public String key(Submission submission) {
    return submission.command().request().value();
  }
}
