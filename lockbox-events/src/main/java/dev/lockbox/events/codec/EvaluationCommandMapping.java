package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.CommandMapping.logged;
import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.EvaluationCommand;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.ApproveInternally;
import dev.lockbox.wire.command.DenyInternally;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What the provider's own approvers ask, on the command log. */
final class EvaluationCommandMapping {
  static final List<Class<? extends SpecificRecord>> COMMANDS =
      List.of(ApproveInternally.class, DenyInternally.class);

  private EvaluationCommandMapping() {}

  static SpecificRecord toWire(String id, EvaluationCommand command) {
    var address = address(Topics.COMMANDS, command.tenant());
    var request = command.request().value();
    var by = wire(command.by());
    return switch (command) {
      case EvaluationCommand.ApproveInternally yes ->
          new ApproveInternally(address, id, request, by, wire(yes.reason()), yes.ifVersion());
      case EvaluationCommand.DenyInternally no ->
          new DenyInternally(address, id, request, by, wire(no.reason()));
    };
  }

  /** One of {@link #COMMANDS}. */
  static LoggedCommand toDomain(SpecificRecord wire) {
    return switch (wire) {
      case ApproveInternally yes ->
          logged(
              yes.getCommandId(),
              new EvaluationCommand.ApproveInternally(
                  request(yes.getAddress(), yes.getRequestId()),
                  fromAttempt(yes.getBy()),
                  fromReason(yes.getReason()),
                  yes.getIfVersion()));
      case DenyInternally no ->
          logged(
              no.getCommandId(),
              new EvaluationCommand.DenyInternally(
                  request(no.getAddress(), no.getRequestId()),
                  fromAttempt(no.getBy()),
                  fromReason(no.getReason())));
      default -> throw Unmapped.type(wire);
    };
  }
}
