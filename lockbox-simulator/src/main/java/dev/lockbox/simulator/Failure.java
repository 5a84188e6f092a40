package dev.lockbox.simulator;

import dev.lockbox.simulator.history.History;
import dev.lockbox.simulator.history.Run;
import dev.lockbox.simulator.history.Shrinker;
import dev.lockbox.simulator.oracle.Broken;
import dev.lockbox.simulator.variant.Variant;
import java.util.ArrayList;
import java.util.List;

/** A history in which a promise was not kept, and the shortest that breaks the same one. */
public record Failure(Variant variant, History history, Broken broken, History shrunk) {
  static Failure of(Variant variant, History history, Broken broken, int happened) {
    var shrunk = Shrinker.shrunk(history.first(happened), variant, broken);
    return new Failure(variant, history, broken, shrunk);
  }

  /** What happens in the shortest history, and how to see the whole one again. */
  List<String> told() {
    var lines = new ArrayList<String>();
    lines.add(
        Columns.format(
            "%s broke in the history of seed %d; it is enough that:",
            broken.invariant(), history.seed()));
    var result = Run.told(shrunk, variant, line -> lines.add("  " + line));
    result.broken().ifPresent(why -> lines.add("  " + why));
    return lines;
  }
}
