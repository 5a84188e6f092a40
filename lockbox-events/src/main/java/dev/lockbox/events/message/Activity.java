package dev.lockbox.events.message;

import dev.lockbox.domain.SessionCommand.Told;
import java.time.Instant;

/**
 * What a gateway publishes.
 *
 * @param producedAt the gateway's clock; information only
 */
public record Activity(Told told, Instant producedAt) {}
