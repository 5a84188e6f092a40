package dev.lockbox.api.view;

import dev.lockbox.service.Vitals;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far the view is behind the events. Until it has folded what was there at the start, it is not
 * ready: a reader must not be shown a past in which access still stood. Offsets are those of the
 * record that follows. Safe for several threads.
 */
@Singleton
public final class CatchUp {
  private static final String CONDITION = "view";

  private final Vitals vitals;
  private final Map<Integer, Long> folded = new ConcurrentHashMap<>();
  private final Map<Integer, Long> seen = new ConcurrentHashMap<>();
  private final Map<Integer, Long> heard = new ConcurrentHashMap<>();
  private volatile boolean known;
  private volatile boolean done;

  public CatchUp(Vitals vitals) {
    this.vitals = vitals;
    vitals.red(CONDITION, "not known yet how far it has to go");
  }

  /**
   * Says what must be folded before the view is ready.
   *
   * @param ends behind the last record of each partition
   * @param committed up to where an earlier run folded; a partition that is missing was never read
   */
  public void expect(Map<Integer, Long> ends, Map<Integer, Long> committed) {
    ends.forEach(this::seen);
    committed.forEach(this::fold);
    known = true;
    look();
  }

  /** Says that there is a record behind this offset's. */
  public void seen(int partition, long next) {
    seen.merge(partition, next, Math::max);
  }

  /**
   * Says that everything committed before this offset has been {@link #seen}, and that what else is
   * there never will be.
   */
  public void heard(int partition, long next) {
    heard.merge(partition, next, Math::max);
  }

  /**
   * Behind the last record before an offset, or behind a later one; empty while it is not known
   * which there are.
   */
  public OptionalLong lastBefore(int partition, long offset) {
    return heard.getOrDefault(partition, 0L) >= offset
        ? OptionalLong.of(seen.getOrDefault(partition, 0L))
        : OptionalLong.empty();
  }

  /** Says that the view has folded everything before this offset. */
  void folded(int partition, long next) {
    fold(partition, next);
    if (!done) {
      look();
    }
  }

  private void fold(int partition, long next) {
    folded.merge(partition, next, Math::max);
  }

  private synchronized void look() {
    if (done || !known) {
      return;
    }
    var lag = lagRecords();
    if (lag == 0) {
      done = true;
      vitals.green(CONDITION);
    } else {
      vitals.red(CONDITION, "catching up, %s offsets to go".formatted(lag));
    }
  }

  /** Whether everything that was there at the start has been folded. */
  boolean isDone() {
    return done;
  }

  /** How many offsets the view is behind what is known of the events; 0 when it is not. */
  long lagRecords() {
    return seen.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - folded.getOrDefault(end.getKey(), 0L)))
        .sum();
  }
}
