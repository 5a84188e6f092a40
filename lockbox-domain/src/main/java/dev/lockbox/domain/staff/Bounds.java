package dev.lockbox.domain.staff;

import java.time.Duration;
import java.util.Collection;

/** The one place where the bounds of what the provider says of its people are checked. */
final class Bounds {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private Bounds() {}

  static void atMost(String name, Collection<?> given, int max) {
    if (given.size() > max) {
      throw new IllegalArgumentException(
          "%s must be at most %s, were %s".formatted(name, max, given.size()));
    }
  }

  /** In whole milliseconds, both ends included. */
  static void within(String name, Duration given, Duration min, Duration max) {
    if (given.compareTo(min) < 0
        || given.compareTo(max) > 0
        || given.getNano() % NANOS_PER_MILLI != 0) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s in whole milliseconds, was %s"
              .formatted(name, min, max, given));
    }
  }
}
