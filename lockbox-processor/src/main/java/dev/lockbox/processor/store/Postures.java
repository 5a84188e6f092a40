package dev.lockbox.processor.store;

import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.session.Examined;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How every device that was examined for all customers was when it was examined last: the same on
 * each partition. Key: the device in UTF-8. Value, 9 bytes, big-endian: 1 where it keeps to what it
 * must and 0 where not, and when that was found, in epoch milliseconds.
 *
 * <p>At most so many are known. Where another comes, one that keeps to what it must is forgotten;
 * where there is none such, what comes is not known by its name, and from then on nobody comes in
 * on any device that was not found to keep to what it must since. When that was stands under the
 * key {@value #UNNAMED}, which is no device's id.
 */
public final class Postures {
  /** A device's id is at most 128 bytes, so this is at most 9 MB. */
  public static final int KNOWN_MAX = 65_536;

  private static final int VALUE_BYTES = 1 + Long.BYTES;
  private static final String UNNAMED = "*";

  private final KeyValueStore<String, byte[]> store;
  private final int knownMax;

  /** Counted when it is first asked for; the store is restored by then. */
  private OptionalInt known = OptionalInt.empty();

  public Postures(KeyValueStore<String, byte[]> store) {
    this(store, KNOWN_MAX);
  }

  Postures(KeyValueStore<String, byte[]> store, int knownMax) {
    this.store = store;
    this.knownMax = knownMax;
  }

  /** Empty for one that nobody examined, or that was forgotten. */
  public Optional<Examined> find(DeviceId device) {
    return find(device.value());
  }

  /** Whether nobody comes in on it, at whichever customer. */
  public boolean isBarred(DeviceId device) {
    var unnamed = find(UNNAMED);
    return find(device)
        .map(one -> !one.compliant() || unnamed.filter(since -> !isAfter(one, since)).isPresent())
        .orElse(unnamed.isPresent());
  }

  public void put(DeviceId device, Examined examined) {
    if (store.get(device.value()) != null || isRoomMade()) {
      put(device.value(), examined);
    } else if (!examined.compliant()
        && find(UNNAMED).filter(since -> !isAfter(examined, since)).isEmpty()) {
      put(UNNAMED, examined);
    }
  }

  /** For one more. */
  private boolean isRoomMade() {
    var all = known.orElseGet(this::counted);
    var isRoom = all < knownMax || isOneForgotten();
    known = OptionalInt.of(Math.min(all + (isRoom ? 1 : 0), knownMax));
    return isRoom;
  }

  private int counted() {
    var count = 0;
    try (var all = store.all()) {
      while (all.hasNext()) {
        count += all.next().key.equals(UNNAMED) ? 0 : 1;
      }
    }
    return count;
  }

  private boolean isOneForgotten() {
    try (var all = store.all()) {
      while (all.hasNext()) {
        var one = all.next();
        if (examined(one.value).compliant()) {
          store.delete(one.key);
          return true;
        }
      }
    }
    return false;
  }

  private Optional<Examined> find(String key) {
    return Optional.ofNullable(store.get(key)).map(Postures::examined);
  }

  private void put(String key, Examined examined) {
    store.put(
        key,
        ByteBuffer.allocate(VALUE_BYTES)
            .put((byte) (examined.compliant() ? 1 : 0))
            .putLong(examined.at().toEpochMilli())
            .array());
  }

  private static boolean isAfter(Examined one, Examined other) {
    return one.at().isAfter(other.at());
  }

  private static Examined examined(byte[] value) {
    if (value.length != VALUE_BYTES) {
      throw new IllegalStateException(
          "a posture is kept in %s bytes, were %s".formatted(VALUE_BYTES, value.length));
    }
    var kept = ByteBuffer.wrap(value);
    return new Examined(kept.get() == 1, Instant.ofEpochMilli(kept.getLong()));
  }
}
