package dev.lockbox.notifier;

import java.time.Duration;

/** How long a letter rests after a failed try: twice as long each time, up to a bound. */
final class Pauses {
  static final Duration FIRST = Duration.ofSeconds(5);
  static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int DOUBLINGS_MAX = 16;

  private Pauses() {}

  /**
   * @param attempts failed so far, at least 1
   */
  static Duration after(int attempts) {
    var doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
