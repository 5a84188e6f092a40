package dev.lockbox.service;

import java.time.Duration;

/** Refuses a setting that is out of its bounds, naming what was expected and what was found. */
public final class Require {
  private Require() {}

  public static void that(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }

  /** Both bounds are allowed. */
  public static void within(String name, Duration given, Duration least, Duration most) {
    that(
        given.compareTo(least) >= 0 && given.compareTo(most) <= 0,
        "%s must be from %s to %s, was %s",
        name,
        least,
        most,
        given);
  }

  /** Both bounds are allowed. */
  public static void within(String name, int given, int least, int most) {
    that(
        given >= least && given <= most,
        "%s must be from %s to %s, was %s",
        name,
        least,
        most,
        given);
  }
}
