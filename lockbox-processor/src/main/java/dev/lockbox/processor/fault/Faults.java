package dev.lockbox.processor.fault;

import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.service.Vitals;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests of this instance's partitions whose history is impossible. Health is red while there
 * is one: it will not mend itself. Safe for several threads.
 */
@Singleton
public final class Faults {
  private static final String CONDITION = "faulted";
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private final Vitals vitals;
  private final Map<Integer, SortedSet<RequestId>> byPartition = new TreeMap<>();

  public Faults(Vitals vitals) {
    this.vitals = vitals;
  }

  public synchronized void found(int partition, RequestId request) {
    byPartition.computeIfAbsent(partition, none -> new TreeSet<>()).add(request);
    LOG.error("The history of request {} is impossible: it grants nothing", request);
    report();
  }

  /** The partition is somebody else's from here on, or is about to be looked through anew. */
  public synchronized void forget(int partition) {
    byPartition.remove(partition);
    report();
  }

  /** How many there are. */
  public synchronized int count() {
    return byPartition.values().stream().mapToInt(SortedSet::size).sum();
  }

  private void report() {
    byPartition.values().stream()
        .findFirst()
        .ifPresentOrElse(
            some ->
                vitals.red(
                    CONDITION,
                    "%s requests have an impossible history, %s among them"
                        .formatted(count(), some.first())),
            () -> vitals.green(CONDITION));
  }
}
