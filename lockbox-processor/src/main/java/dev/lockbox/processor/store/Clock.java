package dev.lockbox.processor.store;

import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.time.HostClock;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.domain.time.PartitionClock;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What a partition of the command log says of time, kept over a restart.
 *
 * <p>Key: a host's name in UTF-8. Value, four times 8 bytes, big-endian: what the host's clock
 * showed, when that tick was appended, the latest append time that was trusted by then (epoch
 * milliseconds each), and the tick's offset. So a tick writes one small entry, and there are no
 * more entries than {@link PartitionClock#HOSTS_MAX}. Between ticks the trusted time is kept with
 * {@link Progress}.
 */
public final class Clock {
  private static final int VALUE_BYTES = 4 * Long.BYTES;
  private static final long BELOW_ALL = -1;

  private final KeyValueStore<String, byte[]> store;
  private PartitionClock now;
  private long lastOffset = BELOW_ALL;

  /** What was kept of one host. */
  private record Kept(HostClock clock, Instant trusted, long offset) {}

  /** Reads the whole store once. */
  public Clock(KeyValueStore<String, byte[]> store) {
    this.store = store;
    var kept = kept(store);
    var trusted =
        kept.stream().map(Kept::trusted).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    this.now = new PartitionClock(trusted, kept.stream().map(Kept::clock).toList());
    kept.forEach(one -> lastOffset = Math.max(lastOffset, one.offset()));
  }

  /** What a record appended at this instant finds. */
  public Moment at(Instant appended) {
    return now.at(appended);
  }

  /** Notes that a record at this moment, found by {@link #at}, changes something. */
  public void pass(Moment moment) {
    now = now.after(moment);
  }

  /** The latest append time that was trusted. */
  public Instant trusted() {
    return now.trusted();
  }

  /** The offset of the last tick; below all offsets before the first. */
  long lastOffset() {
    return lastOffset;
  }

  /** Takes over what was trusted between ticks, when a task begins. */
  void resume(Instant trusted) {
    if (trusted.isAfter(now.trusted())) {
      now = new PartitionClock(trusted, now.hosts());
    }
  }

  /**
   * A host has ticked.
   *
   * @param shown by its own clock
   * @param appended when the broker put the tick on the log, at {@code offset}
   */
  public void tick(HostId host, Instant shown, Instant appended, long offset) {
    var before = names(now);
    now = now.tick(host, shown, appended);
    before.removeAll(names(now));
    before.forEach(store::delete);
    store.put(host.value(), value(new HostClock(host, shown, appended), offset));
    lastOffset = offset;
  }

  private byte[] value(HostClock clock, long offset) {
    return ByteBuffer.allocate(VALUE_BYTES)
        .putLong(clock.shown().toEpochMilli())
        .putLong(clock.appended().toEpochMilli())
        .putLong(now.trusted().toEpochMilli())
        .putLong(offset)
        .array();
  }

  private static Set<String> names(PartitionClock clock) {
    return clock.hosts().stream()
        .map(one -> one.host().value())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** In the order of their ticks. */
  private static List<Kept> kept(KeyValueStore<String, byte[]> store) {
    var kept = new ArrayList<Kept>();
    try (var all = store.all()) {
      while (all.hasNext()) {
        var entry = all.next();
        kept.add(kept(entry.key, entry.value));
      }
    }
    kept.sort(Comparator.comparingLong(Kept::offset));
    return kept;
  }

  private static Kept kept(String host, byte[] value) {
    if (value.length != VALUE_BYTES) {
      throw new IllegalStateException(
          "a clock is kept in %s bytes, were %s".formatted(VALUE_BYTES, value.length));
    }
    var entry = ByteBuffer.wrap(value);
    var shown = Instant.ofEpochMilli(entry.getLong());
    var appended = Instant.ofEpochMilli(entry.getLong());
    var trusted = Instant.ofEpochMilli(entry.getLong());
    return new Kept(new HostClock(new HostId(host), shown, appended), trusted, entry.getLong());
  }
}
