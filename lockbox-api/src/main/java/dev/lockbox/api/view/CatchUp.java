package dev.lockbox.api.view;

import dev.lockbox.service.Vitals;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far the view is behind the events, partition by partition. Until it has folded what was there
 * when a partition came to it, it does not answer for that: a reader must not be shown a past in
 * which access still stood. Offsets are those of the record that follows. Safe for several threads.
 */
@Singleton
public final class CatchUp {
  private static final String CONDITION = "view";

  private final Vitals vitals;
  private final Map<Integer, Long> seen = new ConcurrentHashMap<>();
  private final Map<Integer, Long> heard = new ConcurrentHashMap<>();
  private final Map<Integer, Arrival> here = new ConcurrentHashMap<>();

  public CatchUp(Vitals vitals) {
    this.vitals = vitals;
    vitals.red(CONDITION, "not known yet how far it has to go");
  }

  /**
   * A partition that this instance folds, from when it came, with what was folded before, until it
   * leaves.
   */
  public static final class Arrival {
    private final int partition;
    private long folded;
    private OptionalLong end = OptionalLong.empty();
    private boolean isDone;

    Arrival(int partition) {
      this.partition = partition;
    }

    public int partition() {
      return partition;
    }

    private synchronized void folded(long next) {
      folded = Math.max(folded, next);
    }

    private synchronized void settled(long committed, long then) {
      folded = Math.max(folded, committed);
      end = OptionalLong.of(then);
    }

    private synchronized boolean isSettled() {
      return end.isPresent();
    }

    private synchronized long folded() {
      return isSettled() ? folded : 0;
    }

    private synchronized boolean isDone(CatchUp all) {
      if (!isDone && end.isPresent()) {
        var last = all.lastBefore(partition, end.getAsLong());
        isDone = last.isPresent() && folded >= last.getAsLong();
      }
      return isDone;
    }
  }

  /**
   * Says that a partition has come, with whatever was folded and committed of it before. From then
   * on the service is not ready: who asks after its health must not be told so only at the next
   * {@link #look}.
   */
  public synchronized Arrival arrived(int partition) {
    var arrival = new Arrival(partition);
    here.put(partition, arrival);
    look();
    return arrival;
  }

  /** Says that it has left. */
  void departed(Arrival arrival) {
    here.remove(arrival.partition(), arrival);
  }

  /** Those of which nobody has said yet how far there is to go. */
  public List<Arrival> unsettled() {
    return here.values().stream().filter(arrival -> !arrival.isSettled()).toList();
  }

  /**
   * Says what must be folded before an answer is given. Both are to be asked for after it came.
   *
   * @param committed up to where it had been folded; 0 where it was never read
   * @param end of the committed events
   */
  public void settled(Arrival arrival, long committed, long end) {
    arrival.settled(committed, end);
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

  /** Looks how far there is to go, for whoever asks after the service's health. */
  public synchronized void look() {
    if (here.values().stream().allMatch(arrival -> arrival.isDone(this))) {
      vitals.green(CONDITION);
    } else {
      vitals.red(CONDITION, "catching up, %s offsets to go".formatted(lagRecords()));
    }
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
  void folded(Arrival arrival, long next) {
    arrival.folded(next);
  }

  /** Up to where this instance has folded it; 0 where it is not here, or that is not known yet. */
  public long folded(int partition) {
    var arrival = here.get(partition);
    return arrival == null ? 0 : arrival.folded();
  }

  /** Whether everything of it has been folded here that was there when it came. */
  boolean isDone(int partition) {
    var arrival = here.get(partition);
    return arrival != null && arrival.isDone(this);
  }

  /** How many offsets the view is behind what is known of the events that it folds here. */
  long lagRecords() {
    return here.keySet().stream()
        .mapToLong(one -> Math.max(0, seen.getOrDefault(one, 0L) - folded(one)))
        .sum();
  }
}
