package dev.lockbox.domain.gateway;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The one place where the bounds of what a gateway tells are checked. */
final class Told {
  private Told() {}

  static void matching(Pattern shape, String name, String text) {
    if (!shape.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "%s must match %s, had %s characters".formatted(name, shape.pattern(), text.length()));
    }
  }

  /** In their order, so that equal sets have equal bytes. */
  static <T extends Comparable<T>> SortedSet<T> some(String name, Collection<T> given, int max) {
    if (given.size() > max) {
      throw new IllegalArgumentException(
          "%s must be at most %s, were %s".formatted(name, max, given.size()));
    }
    return Collections.unmodifiableSortedSet(new TreeSet<>(given));
  }
}
