package dev.lockbox.domain.session;

import dev.lockbox.domain.Posture;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a device at every customer: how it was when it was examined last. However often
 * and in whatever order it is told, the latest counts, and of two of one moment the one that bars.
 */
public record Examined(boolean compliant, Instant at) {
  /** What is known once this was told; empty where it changes nothing. */
  public static Optional<Examined> after(Optional<Examined> known, Posture told) {
    return known.map(one -> one.isOutdoneBy(told)).orElse(true)
        ? Optional.of(new Examined(told.compliant(), told.examinedAt()))
        : Optional.empty();
  }

  private boolean isOutdoneBy(Posture told) {
    return told.examinedAt().isAfter(at)
        || (told.examinedAt().equals(at) && compliant && !told.compliant());
  }
}
