package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.decision.Fingerprint;
import java.time.Instant;

/**
 * A command that took effect.
 *
 * @param content the fingerprint of what it asked
 * @param when it was asked
 * @param events how many events it made
 * @param isFault whether what it did was to find the request's history spoilt
 */
record Effect(Command command, Fingerprint content, When when, int events, boolean isFault) {
  /** When it was appended. */
  Instant at() {
    return when.appended();
  }
}
