package dev.lockbox.simulator.history;

import dev.lockbox.simulator.node.Watcher;
import dev.lockbox.simulator.oracle.Broken;
import dev.lockbox.simulator.variant.Variant;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out of a failing history whatever it fails without: halves, quarters, eighths and so on
 * down to single operations (Zeller's delta debugging), until no operation can be spared.
 */
public final class Shrinker {
  private static final int RUNS_MAX = 3_000;

  private final Variant variant;
  private final String invariant;
  private int runs;

  private Shrinker(Variant variant, Broken broken) {
    this.variant = variant;
    this.invariant = broken.invariant();
  }

  /** The shortest history found that breaks the same invariant. */
  public static History shrunk(History failing, Variant variant, Broken broken) {
    return new Shrinker(variant, broken).shrink(failing);
  }

  private History shrink(History failing) {
    var shortest = failing;
    var parts = 2;
    while (shortest.length() > 1 && runs < RUNS_MAX) {
      var shorter = withoutOneOf(parts, shortest);
      if (shorter.length() < shortest.length()) {
        shortest = shorter;
        parts = Math.max(parts - 1, 2);
      } else if (parts >= shortest.length()) {
        return shortest;
      } else {
        parts = Math.min(parts * 2, shortest.length());
      }
    }
    return shortest;
  }

  private History withoutOneOf(int parts, History whole) {
    for (var part = 0; part < parts; part++) {
      var shorter = whole.with(without(part, parts, whole.operations()));
      if (shorter.length() < whole.length() && fails(shorter)) {
        return shorter;
      }
    }
    return whole;
  }

  private static List<Operation> without(int part, int parts, List<Operation> operations) {
    var from = operations.size() * part / parts;
    var to = operations.size() * (part + 1) / parts;
    var rest = new ArrayList<>(operations.subList(0, from));
    rest.addAll(operations.subList(to, operations.size()));
    return rest;
  }

  private boolean fails(History history) {
    runs++;
    return Run.of(history, variant, Watcher.NOBODY)
        .broken()
        .filter(broken -> broken.invariant().equals(invariant))
        .isPresent();
  }
}
