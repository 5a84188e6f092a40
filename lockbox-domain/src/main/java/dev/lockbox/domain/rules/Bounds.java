package dev.lockbox.domain.rules;

import java.util.Collection;

/** The one place where the bounds of what a tenant sets are checked. */
final class Bounds {
  private Bounds() {}

  static void within(String name, int given, int min, int max) {
    if (given < min || given > max) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, was %s".formatted(name, min, max, given));
    }
  }

  static void atMost(String name, Collection<?> given, int max) {
    within("number of " + name, given.size(), 0, max);
  }
}
