package dev.lockbox.events.message;

import dev.lockbox.domain.identity.HostId;
import java.time.Instant;

/**
 * What a host's clock showed, put on each partition of the command log every few seconds. Nobody's
 * command: it is answered with nothing.
 *
 * @param partition it is put on
 * @param shown by the host's own clock
 */
public record Tick(int partition, HostId host, Instant shown) implements CommandLogEntry {
  /**
   * @throws IllegalArgumentException when the host's name is none
   */
  public static Tick of(int partition, String host, Instant shown) {
    return new Tick(partition, new HostId(host), shown);
  }
}
