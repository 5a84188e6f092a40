package dev.lockbox.api.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;

/**
 * What stored bytes say. Unpacking them costs more than all else that a read does, and what is read
 * is mostly what was read a moment ago: so it is remembered for as long as the store has the same
 * bytes, at which every read looks anew.
 *
 * @param <T> what the bytes are of; must never change
 */
final class Unpacked<T> {
  /** Of the bytes as they are stored; unpacked they are several times that. */
  private static final long BYTES_MAX = 4L * 1024 * 1024;

  private final Cache<Bytes, Seen<T>> seen =
      Caffeine.newBuilder()
          .maximumWeight(BYTES_MAX)
          .<Bytes, Seen<T>>weigher((key, one) -> one.bytes().length)
          .build();

  private record Seen<T>(byte[] bytes, T value) {}

  /**
   * What these bytes say.
   *
   * @param key under which they are stored
   * @param unpack must say the same of the same bytes under the same key
   */
  T of(Bytes key, byte[] bytes, Function<byte[], T> unpack) {
    var before = seen.getIfPresent(key);
    if (before != null && Arrays.equals(before.bytes(), bytes)) {
      return before.value();
    }
    var value = unpack.apply(bytes);
    seen.put(key, new Seen<>(bytes, value));
    return value;
  }
}
