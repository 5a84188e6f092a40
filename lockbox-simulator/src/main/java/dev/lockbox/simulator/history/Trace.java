package dev.lockbox.simulator.history;

import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.oracle.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells a run, line by line; the same run in the same words on every machine. */
final class Trace {
  private final Consumer<String> lines;
  private final List<Long> told = new ArrayList<>();

  Trace(Consumer<String> lines) {
    this.lines = lines;
  }

  void happens(World world, Object what) {
    lines.accept("%s  %s".formatted(world.trueTime(), what));
  }

  /** Events that were committed since the last time. */
  void committed(World world) {
    var events = world.topics().events();
    for (var partition = 0; partition < events.size(); partition++) {
      if (told.size() == partition) {
        told.add(0L);
      }
      events.get(partition).committed(told.get(partition)).stream()
          .map(Entry::value)
          .forEach(recorded -> lines.accept("    → " + Plain.text(recorded)));
      told.set(partition, events.get(partition).stableEnd());
    }
  }
}
