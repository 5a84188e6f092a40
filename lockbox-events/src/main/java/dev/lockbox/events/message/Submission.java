package dev.lockbox.events.message;

import dev.lockbox.domain.RequestCommand.Submitted;
import java.time.Instant;

/**
 * What an upstream JIT service publishes.
 *
 * @param producedAt the producer's clock; information only
 */
public record Submission(Submitted command, Instant producedAt) {}
