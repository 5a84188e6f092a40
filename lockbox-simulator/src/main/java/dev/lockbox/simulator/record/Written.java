package dev.lockbox.simulator.record;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.gateway.SeatReport;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Instant;
import java.util.Optional;

/** What somebody wrote on the intake topic or on the command log. */
public sealed interface Written {
  /**
   * @param id fresh for every record, but for one that was appended twice
   * @param content the fingerprint of what is asked
   */
  record Readable(CommandId id, Command command, Fingerprint content) implements Written {
    public static Readable of(CommandId id, Command command) {
      return new Readable(id, command, command.content());
    }

    /** The same in another record. */
    public Readable under(CommandId other) {
      return new Readable(other, command, content);
    }

    /** The same attempt, with what else became known; that is no part of what is asked. */
    public Readable asking(Command informed) {
      return new Readable(id, informed, content);
    }

    @Override
    public String toString() {
      return "%s %s".formatted(id, command.name());
    }
  }

  /**
   * Bytes that nobody can read.
   *
   * @param key whom the record's key names; empty where it names nobody
   */
  record Garbage(Optional<TenantId> key) implements Written {}

  /**
   * What a host's clock showed; nobody's command.
   *
   * @param shown by the host's own clock
   */
  record Ticked(HostId host, Instant shown) implements Written {}

  /** What a decision made of an engineer's seat on a gateway, on the intake topic. */
  record OfSeat(SeatReport report) implements Written {}

  /** What was found of a device for every tenant, on the intake topic. */
  record OfDevice(Posture posture) implements Written {}

  /**
   * The same on the command log, where it is heeded.
   *
   * @param id the same on each partition
   */
  record Heeded(CommandId id, Posture posture) implements Written {
    @Override
    public String toString() {
      return "%s %s".formatted(id, posture);
    }
  }
}
