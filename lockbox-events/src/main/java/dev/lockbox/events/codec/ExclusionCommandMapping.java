package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.CommandMapping.logged;
import static dev.lockbox.events.codec.ExclusionMapping.fromReport;
import static dev.lockbox.events.codec.ExclusionMapping.wireReport;
import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.AcknowledgeExclusion;
import dev.lockbox.wire.command.ConfirmBreakGlass;
import dev.lockbox.wire.command.EnforceExclusion;
import dev.lockbox.wire.command.ReportExclusion;
import dev.lockbox.wire.shared.Addressed;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What is asked about accesses that no approval covers, on the command log. */
final class ExclusionCommandMapping {
  static final List<Class<? extends SpecificRecord>> COMMANDS =
      List.of(
          ReportExclusion.class,
          ConfirmBreakGlass.class,
          AcknowledgeExclusion.class,
          EnforceExclusion.class);

  private ExclusionCommandMapping() {}

  static SpecificRecord toWire(String commandId, ExclusionCommand command) {
    var address = address(Topics.COMMANDS, command.tenant());
    var id = command.exclusion().value();
    return switch (command) {
      case ExclusionCommand.ReportExclusion told ->
          new ReportExclusion(address, commandId, id, wire(told.by()), wireReport(told.report()));
      case ExclusionCommand.ConfirmBreakGlass confirm ->
          new ConfirmBreakGlass(address, commandId, id, wire(confirm.by()));
      case ExclusionCommand.AcknowledgeExclusion note ->
          new AcknowledgeExclusion(address, commandId, id, wire(note.by()), wire(note.reason()));
      case ExclusionCommand.EnforceExclusion alarm -> new EnforceExclusion(address, commandId, id);
    };
  }

  /** One of {@link #COMMANDS}. */
  static LoggedCommand toDomain(SpecificRecord wire) {
    return switch (wire) {
      case ReportExclusion told ->
          logged(
              told.getCommandId(),
              new ExclusionCommand.ReportExclusion(
                  exclusion(told.getAddress(), told.getExclusionId()),
                  fromAttempt(told.getBy()),
                  fromReport(told.getReport())));
      case ConfirmBreakGlass confirm ->
          logged(
              confirm.getCommandId(),
              new ExclusionCommand.ConfirmBreakGlass(
                  exclusion(confirm.getAddress(), confirm.getExclusionId()),
                  fromAttempt(confirm.getBy())));
      case AcknowledgeExclusion note ->
          logged(
              note.getCommandId(),
              new ExclusionCommand.AcknowledgeExclusion(
                  exclusion(note.getAddress(), note.getExclusionId()),
                  fromAttempt(note.getBy()),
                  fromReason(note.getReason())));
      case EnforceExclusion alarm ->
          logged(
              alarm.getCommandId(),
              new ExclusionCommand.EnforceExclusion(
                  exclusion(alarm.getAddress(), alarm.getExclusionId())));
      default -> throw Unmapped.type(wire);
    };
  }

  private static ExclusionId exclusion(Addressed address, String id) {
    return ExclusionMapping.exclusion(address.getTenant(), id);
  }
}
