package dev.lockbox.simulator.log;

import java.time.Instant;

/**
 * A record where it stands.
 *
 * @param at the leader's clock when it was appended
 */
public record Entry<T>(long offset, Instant at, T value) {}
