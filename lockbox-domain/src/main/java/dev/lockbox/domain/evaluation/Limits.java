package dev.lockbox.domain.evaluation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** The one place where the bounds of what is stated and known are checked. */
final class Limits {
  private Limits() {}

  static void within(String name, long given, long min, long max) {
    if (given < min || given > max) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, was %s".formatted(name, min, max, given));
    }
  }

  static void atMost(String name, Collection<?> given, int max) {
    within("number of " + name, given.size(), 0, max);
  }

  static void distinct(String name, List<?> given) {
    if (new HashSet<>(given).size() != given.size()) {
      throw new IllegalArgumentException("%s must be distinct, were %s".formatted(name, given));
    }
  }
}
