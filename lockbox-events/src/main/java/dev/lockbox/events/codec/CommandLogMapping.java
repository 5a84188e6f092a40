package dev.lockbox.events.codec;

import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.CommandLogEntry;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.Tick;
import dev.lockbox.wire.shared.Placed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** All that stands on the command log: commands, each a tenant's, and ticks, which are nobody's. */
final class CommandLogMapping implements Mapping<CommandLogEntry> {
  private final Mapping<LoggedCommand> commands;

  CommandLogMapping(Mapping<LoggedCommand> commands) {
    this.commands = commands;
  }

  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return Stream.<Class<? extends SpecificRecord>>concat(
            commands.types().stream(), Stream.of(Tick.class))
        .toList();
  }

  @Override
  public SpecificRecord toWire(CommandLogEntry entry) {
    return switch (entry) {
      case LoggedCommand command -> commands.toWire(command);
      case dev.lockbox.events.message.Tick tick ->
          new Tick(
              new Placed(Topics.COMMANDS.name(), tick.partition()),
              tick.host().value(),
              tick.shown());
    };
  }

  @Override
  public CommandLogEntry toDomain(SpecificRecord wire) {
    return wire instanceof Tick tick
        ? new dev.lockbox.events.message.Tick(
            tick.getAddress().getPartition(), new HostId(tick.getHost()), tick.getShown())
        : commands.toDomain(wire);
  }

  @Override
  public Optional<TenantId> partitionedBy(CommandLogEntry entry) {
    return switch (entry) {
      case LoggedCommand command -> commands.partitionedBy(command);
      case dev.lockbox.events.message.Tick tick -> Optional.empty();
    };
  }

  @Override
  public OptionalInt partitionNamed(CommandLogEntry entry) {
    return switch (entry) {
      case LoggedCommand command -> OptionalInt.empty();
      case dev.lockbox.events.message.Tick tick -> OptionalInt.of(tick.partition());
    };
  }

  /** A tick's is no tenant's id: those hold no slash. */
  @Override
  public String key(CommandLogEntry entry) {
    return switch (entry) {
      case LoggedCommand command -> commands.key(command);
      case dev.lockbox.events.message.Tick tick -> "tick/" + tick.host();
    };
  }
}
