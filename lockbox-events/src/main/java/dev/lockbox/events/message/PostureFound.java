package dev.lockbox.events.message;

import dev.lockbox.domain.Posture;
import java.time.Instant;

/**
 * What a gateway found of a device for every customer.
 *
 * @param producedAt by the gateway's own clock; nothing is decided by it
 */
public record PostureFound(Posture posture, Instant producedAt) implements ActivityLogEntry {}
