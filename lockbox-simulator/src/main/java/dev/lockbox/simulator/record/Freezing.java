package dev.lockbox.simulator.record;

import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/** How what an unreadable record of the command log brings about is called. */
public final class Freezing {
  private Freezing() {}

  /** The record that stands there, once it is in quarantine. */
  public static QuarantineId by(int partition, long offset) {
    return QuarantineId.of("commands", partition, offset);
  }

  /** What the events that it makes on its own partition name as their cause. */
  public static CommandId here(int partition, long offset) {
    return new CommandId("unreadable-%s-%s".formatted(partition, offset));
  }

  /** The command by which a tenant of another partition is told of it. */
  public static CommandId elsewhere(int partition, long offset) {
    return new CommandId("freeze-%s-%s".formatted(partition, offset));
  }

  /**
   * Whom a record names who must be told on another partition; empty for a freeze that went astray,
   * which sends no other after it.
   */
  public static Optional<TenantId> strangerIn(Written written, int partition) {
    return switch (written) {
      case Written.Garbage garbage ->
          garbage.key().filter(key -> Places.partitionOf(key) != partition);
      case Written.Readable one when one.command() instanceof FreezeGrants -> Optional.empty();
      case Written.Readable one ->
          Optional.of(one.command().tenant())
              .filter(named -> Places.partitionOf(named) != partition);
      case Written.Ticked ticked -> Optional.empty();
      case Written.OfSeat told -> Optional.empty();
      case Written.OfDevice told -> Optional.empty();
      case Written.Heeded told -> Optional.empty();
    };
  }
}
