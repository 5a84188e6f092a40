package dev.lockbox.processor.store;

import dev.lockbox.domain.identity.TenantId;
import java.nio.ByteBuffer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far one partition of the command log has been applied, and the last sequence each of its
 * tenants was given.
 *
 * <p>Key: the tenant's id in UTF-8, or {@value #NOBODY} for records that belong to no tenant.
 * Value, 16 bytes, big-endian: the tenant's last sequence (0 before the first), then the offset of
 * the last record that wrote something for it. The greatest of these offsets is how far the
 * partition has been applied. Kept with the tenants like this, it costs no write of its own: a
 * decision writes one entry here, with both.
 *
 * <p>A record at or below that offset is a replay and must write nothing. A record above it that
 * wrote nothing the first time (a repeated attempt, an alarm that was refused) writes nothing
 * again: since then nothing was written at all, so it meets the same state at the same append time,
 * and deciding is a function of those. Neither answer depends on the settings.
 */
public final class Progress {
  /** No tenant's id holds such a character. */
  static final String NOBODY = "#";

  private static final int VALUE_BYTES = 2 * Long.BYTES;
  private static final long BELOW_ALL = -1;

  private final KeyValueStore<String, byte[]> store;
  private long appliedUpTo;

  /** Reads the whole store once, which has one entry for each tenant of the partition. */
  public Progress(KeyValueStore<String, byte[]> store) {
    this.store = store;
    this.appliedUpTo = greatestOffset(store);
  }

  /** Whether the record at this offset, or one behind it, has been applied already. */
  public boolean isReplay(long offset) {
    return offset <= appliedUpTo;
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
    store.put(key, ByteBuffer.allocate(VALUE_BYTES).putLong(sequence).putLong(offset).array());
    appliedUpTo = offset;
  }

  private static long greatestOffset(KeyValueStore<String, byte[]> store) {
    var greatest = BELOW_ALL;
    try (var all = store.all()) {
      while (all.hasNext()) {
        greatest = Math.max(greatest, entry(all.next().value).getLong(Long.BYTES));
      }
    }
    return greatest;
  }

  private static ByteBuffer entry(byte[] value) {
    if (value.length != VALUE_BYTES) {
      throw new IllegalStateException(
          "progress is kept in %s bytes, were %s".formatted(VALUE_BYTES, value.length));
    }
    return ByteBuffer.wrap(value);
  }
}
