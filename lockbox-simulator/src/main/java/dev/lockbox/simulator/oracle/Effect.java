package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.decision.Fingerprint;
import java.time.Instant;

/**
 * A command that took effect.
 *
 * @param content the fingerprint of what it asked
 * @param at when it was appended
 * @param events how many events it made
 * @param isFault whether what it did was to find the request's history spoilt
 */
record Effect(Command command, Fingerprint content, Instant at, int events, boolean isFault) {}
