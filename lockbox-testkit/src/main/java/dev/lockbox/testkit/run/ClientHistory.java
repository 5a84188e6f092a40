package dev.lockbox.testkit.run;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the clients of a run did and were told. Safe for several threads. */
public final class ClientHistory {
  private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();

  /** Takes note, and hands it back. */
  public Operation record(Operation operation) {
    operations.add(operation);
    return operation;
  }

  public List<Operation> operations() {
    return List.copyOf(operations);
  }
}
