package dev.lockbox.processor.store;

import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far each partition of the intake topic has been applied, so that a record read again writes
 * nothing. Key: the partition, 4 bytes big-endian. Value: the last applied offset, 8 bytes
 * big-endian.
 */
public final class IntakeProgress {
  private final KeyValueStore<Integer, Long> store;

  public IntakeProgress(KeyValueStore<Integer, Long> store) {
    this.store = store;
  }

  public boolean isReplay(int partition, long offset) {
    var applied = store.get(partition);
    return applied != null && offset <= applied;
  }

  public void applied(int partition, long offset) {
    store.put(partition, offset);
  }
}
