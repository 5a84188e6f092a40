package dev.lockbox.processor.store;

import dev.lockbox.domain.identity.TenantId;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far one partition of the command log has been applied, the last sequence each of its tenants
 * was given, and the time that was trusted by then.
 *
 * <p>Key: the tenant's id in UTF-8, or {@value #NOBODY} for records that belong to no tenant.
 * Value, 24 bytes, big-endian: the tenant's last sequence (0 before the first), the offset of the
 * last record that wrote something for it, and {@link Clock#trusted} after it in epoch
 * milliseconds. The greatest of these offsets, and of the ticks' in {@link Clock}, is how far the
 * partition has been applied. Kept with the tenants like this, it costs no write of its own: a
 * decision writes one entry here, with all three.
 *
 * <p>A record at or below that offset is a replay and must write nothing. A record above it that
 * wrote nothing the first time (a repeated attempt, an alarm that was refused) writes nothing
 * again: since then nothing was written at all, so it meets the same state at the same append time,
 * and deciding is a function of those. Neither answer depends on the settings.
 */
public final class Progress {
  /** No tenant's id holds such a character. */
  static final String NOBODY = "#";

  private static final int VALUE_BYTES = 3 * Long.BYTES;

  /** As entries were kept before there was a trusted time. */
  private static final int TIMELESS_BYTES = 2 * Long.BYTES;

  private static final long BELOW_ALL = -1;

  private final KeyValueStore<String, byte[]> store;
  private final Clock clock;
  private long appliedUpTo = BELOW_ALL;

  /**
   * Reads the whole store once, which has one entry for each tenant of the partition.
   *
   * @param clock of the same partition; takes over the trusted time kept here
   */
  public Progress(KeyValueStore<String, byte[]> store, Clock clock) {
    this.store = store;
    this.clock = clock;
    try (var all = store.all()) {
      while (all.hasNext()) {
        var kept = entry(all.next().value);
        appliedUpTo = Math.max(appliedUpTo, kept.getLong(Long.BYTES));
        clock.resume(trustedIn(kept));
      }
    }
  }

  /** Whether the record at this offset, or one behind it, has been applied already. */
  public boolean isReplay(long offset) {
    return offset <= Math.max(appliedUpTo, clock.lastOffset());
  }

  /** The sequence of the tenant's last entry; 0 before the first. */
  public long lastSequence(TenantId tenant) {
    var value = store.get(tenant.value());
    return value == null ? 0 : entry(value).getLong(0);
  }

  /**
   * Notes that the record at this offset has been applied, and the tenant's last sequence after it.
   */
  public void applied(TenantId tenant, long sequence, long offset) {
    put(tenant.value(), sequence, offset);
  }

  /** Notes that the record at this offset, which belongs to no tenant, has been dealt with. */
  public void appliedForNobody(long offset) {
    put(NOBODY, 0, offset);
  }

  private void put(String key, long sequence, long offset) {
    store.put(
        key,
        ByteBuffer.allocate(VALUE_BYTES)
            .putLong(sequence)
            .putLong(offset)
            .putLong(clock.trusted().toEpochMilli())
            .array());
    appliedUpTo = offset;
  }

  private static ByteBuffer entry(byte[] value) {
    if (value.length != VALUE_BYTES && value.length != TIMELESS_BYTES) {
      throw new IllegalStateException(
          "progress is kept in %s bytes, were %s".formatted(VALUE_BYTES, value.length));
    }
    return ByteBuffer.wrap(value);
  }

  private static Instant trustedIn(ByteBuffer entry) {
    return entry.capacity() == TIMELESS_BYTES
        ? Instant.EPOCH
        : Instant.ofEpochMilli(entry.getLong(TIMELESS_BYTES));
  }
}
