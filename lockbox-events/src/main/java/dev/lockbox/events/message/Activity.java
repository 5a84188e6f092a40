package dev.lockbox.events.message;

import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionCommand.Told;
import java.time.Instant;

/**
 * What a gateway publishes.
 *
 * @param told nothing of other customers, of whom no gateway speaks
 * @param producedAt the gateway's clock; information only
 */
public record Activity(Told told, Instant producedAt) implements ActivityLogEntry {
  public Activity {
    if (told instanceof StartSession start && start.seatTaken()) {
      throw new IllegalArgumentException(
          "no gateway says that the seat of %s is taken".formatted(start.engineer()));
    }
  }
}
