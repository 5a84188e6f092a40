package dev.lockbox.domain.dialogue;

import java.time.Duration;
import java.time.Instant;

/**
 * The time for deciding stands still while a question waits for its answer.
 *
 * @param since when the question was asked
 * @param decideBy that held before
 */
public record Pause(Instant since, Instant decideBy) {
  /**
   * Until when it can be decided once the clock goes on: as much later as it stood still.
   *
   * @param at when it goes on; a clock that was set back made no pause
   * @param latest never later than this
   */
  public Instant over(Instant at, Instant latest) {
    var paused = Duration.between(since, at);
    var later = paused.isNegative() ? decideBy : decideBy.plus(paused);
    return later.isAfter(latest) ? latest : later;
  }
}
