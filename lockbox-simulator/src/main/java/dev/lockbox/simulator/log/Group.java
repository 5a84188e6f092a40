package dev.lockbox.simulator.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The consumer group: how far each task is, and in which generation of the group. */
public final class Group {
  private final Map<String, Long> committed = new TreeMap<>();
  private final List<Transaction> pending = new ArrayList<>();
  private final boolean fencing;
  private int generation;

  /**
   * @param fencing whether a member of an earlier generation is turned away; it always is, but for
   *     a defect
   */
  public Group(boolean fencing) {
    this.fencing = fencing;
  }

  public int generation() {
    return generation;
  }

  /** The members are told their tasks anew; whoever does not hear of it is a zombie. */
  public int nextGeneration() {
    return ++generation;
  }

  /**
   * Where a task goes on; empty while a transaction that is open may still move it.
   *
   * @return 0 for a task that was never committed
   */
  public Optional<Long> stableOffset(String task) {
    settle();
    return pending.stream().anyMatch(one -> one.offsets().containsKey(task))
        ? Optional.empty()
        : Optional.of(committed.getOrDefault(task, 0L));
  }

  /** Without a transaction: an operator's doing, or a defect. */
  public void set(String task, long offset) {
    committed.put(task, offset);
  }

  void note(Transaction within, int memberOf, Map<String, Long> positions) {
    if (fencing && memberOf != generation) {
      throw new Fenced("a member of generation %s".formatted(memberOf));
    }
    within.note(positions);
    if (!pending.contains(within)) {
      pending.add(within);
    }
  }

  void settle() {
    for (var one : pending) {
      if (one.isCommitted()) {
        committed.putAll(one.offsets());
      }
    }
    pending.removeIf(one -> !one.isOpen());
  }
}
