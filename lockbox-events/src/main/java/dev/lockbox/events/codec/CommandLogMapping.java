package dev.lockbox.events.codec;

import dev.lockbox.domain.Posture;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.CommandLogEntry;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.HeedPosture;
import dev.lockbox.wire.command.Tick;
import dev.lockbox.wire.shared.Everybodys;
import dev.lockbox.wire.shared.Placed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** All that stands on the command log: commands, each a tenant's, and what is nobody's. */
final class CommandLogMapping implements Mapping<CommandLogEntry> {
  private final Mapping<LoggedCommand> commands;

  CommandLogMapping(Mapping<LoggedCommand> commands) {
    this.commands = commands;
  }

  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return Stream.<Class<? extends SpecificRecord>>concat(
            commands.types().stream(), Stream.of(HeedPosture.class, Tick.class))
        .toList();
  }

  @Override
  public SpecificRecord toWire(CommandLogEntry entry) {
    return switch (entry) {
      case LoggedCommand command -> commands.toWire(command);
      case dev.lockbox.events.message.HeedPosture told -> toWire(told);
      case dev.lockbox.events.message.Tick tick ->
          new Tick(
              new Placed(Topics.COMMANDS.name(), tick.partition()),
              tick.host().value(),
              tick.shown());
    };
  }

  private static SpecificRecord toWire(dev.lockbox.events.message.HeedPosture told) {
    var posture = told.posture();
    return new HeedPosture(
        new Everybodys(Topics.COMMANDS.name()),
        told.id().value(),
        SharedMapping.wire(posture.by()),
        posture.device().value(),
        posture.compliant(),
        posture.examinedAt());
  }

  @Override
  public CommandLogEntry toDomain(SpecificRecord wire) {
    return switch (wire) {
      case Tick tick ->
          new dev.lockbox.events.message.Tick(
              tick.getAddress().getPartition(), new HostId(tick.getHost()), tick.getShown());
      case HeedPosture told ->
          new dev.lockbox.events.message.HeedPosture(
              new CommandId(told.getCommandId()),
              new Posture(
                  new DeviceId(told.getDeviceId()),
                  SharedMapping.fromAttempt(told.getBy()),
                  told.getCompliant(),
                  told.getExaminedAt()));
      default -> commands.toDomain(wire);
    };
  }

  @Override
  public Optional<TenantId> partitionedBy(CommandLogEntry entry) {
    return switch (entry) {
      case LoggedCommand command -> commands.partitionedBy(command);
      case dev.lockbox.events.message.HeedPosture told -> Optional.empty();
      case dev.lockbox.events.message.Tick tick -> Optional.empty();
    };
  }

  @Override
  public OptionalInt partitionNamed(CommandLogEntry entry) {
    return switch (entry) {
      case LoggedCommand command -> OptionalInt.empty();
      case dev.lockbox.events.message.HeedPosture told -> OptionalInt.empty();
      case dev.lockbox.events.message.Tick tick -> OptionalInt.of(tick.partition());
    };
  }

  /** What is nobody's has a key that is no tenant's id: those hold no slash. */
  @Override
  public String key(CommandLogEntry entry) {
    return switch (entry) {
      case LoggedCommand command -> commands.key(command);
      case dev.lockbox.events.message.HeedPosture told -> "device/" + told.posture().device();
      case dev.lockbox.events.message.Tick tick -> "tick/" + tick.host();
    };
  }
}
