package dev.lockbox.simulator.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one producer wrote since its last commit, and the offsets that go with it: all or none. */
final class Transaction {
  private enum Fate {
    OPEN,
    COMMITTED,
    ABORTED
  }

  private final List<Partition<?>> touched = new ArrayList<>();
  private final Map<String, Long> offsets = new LinkedHashMap<>();
  private Fate fate = Fate.OPEN;

  boolean isOpen() {
    return fate == Fate.OPEN;
  }

  boolean isCommitted() {
    return fate == Fate.COMMITTED;
  }

  void touch(Partition<?> partition) {
    if (!touched.contains(partition)) {
      touched.add(partition);
    }
  }

  void note(Map<String, Long> positions) {
    offsets.putAll(positions);
  }

  Map<String, Long> offsets() {
    return offsets;
  }

  void commit() {
    end(Fate.COMMITTED);
  }

  void abort() {
    end(Fate.ABORTED);
  }

  private void end(Fate how) {
    fate = how;
    touched.forEach(partition -> partition.mark(this));
  }
}
