package dev.lockbox.simulator.log;

import java.util.Map;
import java.util.TreeMap;

/** Gives out epochs of transactional ids, and gives up transactions that nobody ends. */
public final class Coordinator {
  private final Map<String, Producer> newest = new TreeMap<>();
  private final Group group;

  public Coordinator(Group group) {
    this.group = group;
  }

  /** The next epoch of this id; whatever an earlier one left open is undone. */
  public Producer begin(String transactionalId) {
    var producer = new Producer(transactionalId, group);
    var before = newest.put(transactionalId, producer);
    if (before != null) {
      before.fence();
    }
    return producer;
  }

  /** Every transaction that is open has been so for too long. */
  public void timeOut() {
    newest.values().stream().filter(Producer::isOpen).forEach(Producer::fence);
  }
}
