package dev.lockbox.domain.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * After how many denials an engineer asks for nothing for a while.
 *
 * @param denials by people of the tenant; 1 to {@value #DENIALS_MAX}
 * @param within the first and the last of them at most this far apart; 1 ms to 30 days
 * @param lasts counted from the last of them; 1 ms to 30 days
 */
public record CoolDown(int denials, Duration within, Duration lasts) {
  public static final int DENIALS_MAX = 10;
  public static final Duration LONGEST = Duration.ofDays(30);
  private static final int NANOS_PER_MILLI = 1_000_000;

  public CoolDown {
    if (denials < 1 || denials > DENIALS_MAX) {
      throw new IllegalArgumentException(
          "denials must be from 1 to %s, was %s".formatted(DENIALS_MAX, denials));
    }
    mustFit("within", within);
    mustFit("lasts", lasts);
  }

  private static void mustFit(String name, Duration given) {
    if (!given.isPositive()
        || given.compareTo(LONGEST) > 0
        || given.getNano() % NANOS_PER_MILLI != 0) {
      throw new IllegalArgumentException(
          "%s must be positive, at most %s, and in whole milliseconds, was %s"
              .formatted(name, LONGEST, given));
    }
  }

  /**
   * From when on the engineer may ask again; empty where there never was reason to wait.
   *
   * @param denied when they were denied something, in order
   */
  Optional<Instant> until(List<Instant> denied) {
    var until = Optional.<Instant>empty();
    for (var last = denials - 1; last < denied.size(); last++) {
      var first = denied.get(last - denials + 1);
      if (!denied.get(last).isAfter(first.plus(within))) {
        until = Optional.of(denied.get(last).plus(lasts));
      }
    }
    return until;
  }
}
