package dev.lockbox.processor.fault;

import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions of this instance on which the broker's clock cannot be trusted as of their last
 * record: shown as {@code lockbox_clock_suspect}, and health is red while there is one. Safe for
 * several threads.
 */
@Singleton
public final class ClockAlarm {
  private static final String CONDITION = "clock";
  private static final Logger LOG = LoggerFactory.getLogger(ClockAlarm.class);

  private final Vitals vitals;
  private final MeterRegistry meters;
  private final Map<Integer, Shown> byPartition = new TreeMap<>();

  private record Shown(AtomicInteger suspect, Gauge gauge) {}

  public ClockAlarm(Vitals vitals, MeterRegistry meters) {
    this.vitals = vitals;
    this.meters = meters;
  }

  /** What the partition's last record found. */
  public synchronized void says(int partition, boolean suspect) {
    var shown = byPartition.computeIfAbsent(partition, this::show);
    var before = shown.suspect().getAndSet(suspect ? 1 : 0);
    if (before != shown.suspect().get()) {
      LOG.warn(
          suspect
              ? "The clock that stamps partition {} cannot be trusted: nothing is granted there"
              : "The clock that stamps partition {} can be trusted again",
          partition);
      report();
    }
  }

  /** The partition is somebody else's from here on. */
  public synchronized void forget(int partition) {
    var shown = byPartition.remove(partition);
    if (shown != null) {
      meters.remove(shown.gauge());
    }
    report();
  }

  private Shown show(int partition) {
    var suspect = new AtomicInteger();
    var gauge =
        Gauge.builder("lockbox.clock.suspect", suspect, AtomicInteger::get)
            .description("1 where the clock that stamps commands cannot be trusted")
            .tag("partition", Integer.toString(partition))
            .register(meters);
    return new Shown(suspect, gauge);
  }

  private void report() {
    var suspect =
        byPartition.entrySet().stream()
            .filter(one -> one.getValue().suspect().get() == 1)
            .map(Map.Entry::getKey)
            .toList();
    if (suspect.isEmpty()) {
      vitals.green(CONDITION);
    } else {
      vitals.red(CONDITION, "partitions whose clock cannot be trusted: " + suspect);
    }
  }
}
