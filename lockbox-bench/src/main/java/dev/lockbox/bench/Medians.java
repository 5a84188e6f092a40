package dev.lockbox.bench;

import java.util.List;

/** The middle of what several rounds found, which one slow round does not move. */
final class Medians {
  private Medians() {}

  /** Throws {@link IllegalArgumentException} when there is none. */
  static double of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing has no median");
    }
    var sorted = values.stream().sorted().toList();
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
