package dev.lockbox.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How much time is left, so that a slow machine measures fewer rounds rather than longer. */
final class Budget {
  private final InstantSource clock;
  private final Instant end;
  private Instant roundBegan;
  private Duration longest = Duration.ZERO;

  Budget(InstantSource clock, Duration limit) {
    this.clock = clock;
    this.roundBegan = clock.instant();
    this.end = roundBegan.plus(limit);
  }

  /** Whether another round like the longest yet would be over in time. */
  boolean hasRoom() {
    return !clock.instant().plus(longest).isAfter(end);
  }

  void roundBegins() {
    roundBegan = clock.instant();
  }

  void roundEnds() {
    var took = Duration.between(roundBegan, clock.instant());
    longest = took.compareTo(longest) > 0 ? took : longest;
  }
}
