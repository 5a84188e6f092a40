package dev.lockbox.simulator.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transactional producer in one epoch of its id. Throws {@link Fenced} once there is a later one.
 */
public final class Producer {
  private final String id;
  private final Group group;
  private @Nullable Transaction open;
  private boolean fenced;

  Producer(String id, Group group) {
    this.id = id;
    this.group = group;
  }

  public <T> void append(Partition<T> partition, T value) {
    partition.append(begun(), value);
  }

  /** The offsets become part of the transaction; refused to a member of an earlier generation. */
  public void note(int generation, Map<String, Long> positions) {
    group.note(begun(), generation, positions);
  }

  /** Does nothing when nothing is open. */
  public void commit() {
    mustBeOurs();
    if (open != null) {
      open.commit();
      group.settle();
      open = null;
    }
  }

  /** Does nothing when nothing is open. */
  public void abort() {
    if (open != null) {
      open.abort();
      group.settle();
      open = null;
    }
  }

  public boolean isOpen() {
    return open != null;
  }

  /** Whether it may still write, and has committed all it wrote. */
  public boolean isClean() {
    return !fenced && open == null;
  }

  void fence() {
    fenced = true;
    abort();
  }

  private Transaction begun() {
    mustBeOurs();
    if (open == null) {
      open = new Transaction();
    }
    return open;
  }

  private void mustBeOurs() {
    if (fenced) {
      throw new Fenced(id);
    }
  }
}
