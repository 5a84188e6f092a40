package dev.lockbox.domain.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Times as the log holds them: whole milliseconds, as many as 64 bits count. What is finer or
 * further would be something else once it was written and read, or could not be written at all.
 */
public final class Millis {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private Millis() {}

  /** Throws {@link IllegalArgumentException}, by name, for what is finer than a millisecond. */
  public static void mustBeWhole(String name, Duration given) {
    mustBeWhole(name, given, given.getNano());
  }

  /** Throws {@link IllegalArgumentException}, by name, for what the log cannot hold. */
  public static void mustHold(String name, Duration given) {
    mustBeWhole(name, given);
    mustBeWithin(name, given, Duration.ofMillis(Long.MIN_VALUE), Duration.ofMillis(Long.MAX_VALUE));
  }

  /** Throws {@link IllegalArgumentException}, by name, for what the log cannot hold. */
  public static void mustHold(String name, Instant given) {
    mustBeWhole(name, given, given.getNano());
    mustBeWithin(
        name, given, Instant.ofEpochMilli(Long.MIN_VALUE), Instant.ofEpochMilli(Long.MAX_VALUE));
  }

  private static void mustBeWhole(String name, Object given, int nanos) {
    if (nanos % NANOS_PER_MILLI != 0) {
      throw new IllegalArgumentException(
          "%s must be whole milliseconds, was %s".formatted(name, given));
    }
  }

  private static <T extends Comparable<T>> void mustBeWithin(
      String name, T given, T least, T most) {
    if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, was %s".formatted(name, least, most, given));
    }
  }
}
