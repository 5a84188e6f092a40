package dev.lockbox.simulator.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a topic. A record of an open transaction holds back readers of committed records
 * ({@link #stableEnd}), a record of an aborted one is never shown to them, and the marker that ends
 * a transaction takes an offset.
 */
public final class Partition<T> {
  private final String name;
  private final Brokers brokers;
  private final List<Slot<T>> slots = new ArrayList<>();
  private final Map<Transaction, Long> open = new LinkedHashMap<>();
  private int leader;

  private record Slot<T>(@Nullable Entry<T> entry, @Nullable Transaction within) {
    boolean isCommitted() {
      return within == null || within.isCommitted();
    }
  }

  public Partition(String name, Brokers brokers) {
    this.name = name;
    this.brokers = brokers;
  }

  public String name() {
    return name;
  }

  /** Another broker leads from here on, and stamps what is appended by its own clock. */
  public void lead(int broker) {
    leader = broker;
  }

  /** The leader's clock. */
  public Instant clock() {
    return brokers.clockOf(leader);
  }

  /** Outside of any transaction; returns its offset. */
  public long append(T value) {
    return add(value, null);
  }

  long append(Transaction within, T value) {
    open.putIfAbsent(within, end());
    within.touch(this);
    return add(value, within);
  }

  private long add(T value, @Nullable Transaction within) {
    var offset = end();
    slots.add(new Slot<>(new Entry<>(offset, clock(), value), within));
    return offset;
  }

  void mark(Transaction ended) {
    open.remove(ended);
    slots.add(new Slot<>(null, null));
  }

  /** The offset of the next record. */
  public long end() {
    return slots.size();
  }

  /** Readers of committed records get no further than this. */
  public long stableEnd() {
    return open.isEmpty() ? end() : open.values().iterator().next();
  }

  /** The committed records from this offset on, in order. */
  public List<Entry<T>> committed(long from) {
    return read(from, stableEnd(), false);
  }

  /** All records from this offset on, whatever becomes of them. */
  public List<Entry<T>> uncommitted(long from) {
    return read(from, end(), true);
  }

  /**
   * The committed records from this offset on, also those that an open transaction still holds
   * back: what readers will see once it has ended.
   */
  public List<Entry<T>> settled(long from) {
    return read(from, end(), false);
  }

  /** Whether nobody has a transaction open on it. */
  public boolean isSettled() {
    return open.isEmpty();
  }

  private List<Entry<T>> read(long from, long to, boolean uncommitted) {
    var read = new ArrayList<Entry<T>>();
    for (var offset = (int) from; offset < to; offset++) {
      var slot = slots.get(offset);
      if (slot.entry() != null && (uncommitted || slot.isCommitted())) {
        read.add(slot.entry());
      }
    }
    return read;
  }

  /** Of each key only the last committed record stays. */
  public void compact(Function<T, Object> keyOf) {
    var seen = new HashSet<Object>();
    for (var offset = (int) stableEnd() - 1; offset >= 0; offset--) {
      var slot = slots.get(offset);
      if (slot.entry() != null
          && slot.isCommitted()
          && !seen.add(keyOf.apply(slot.entry().value()))) {
        slots.set(offset, new Slot<>(null, null));
      }
    }
  }
}
