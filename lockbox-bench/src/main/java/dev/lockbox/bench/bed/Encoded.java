package dev.lockbox.bench.bed;

import dev.lockbox.events.codec.Format;

/** A record's bytes, made before any clock starts. Neither array is changed. */
@SuppressWarnings("ArrayRecordComponent")
public record Encoded(byte[] key, byte[] value) {
  public static <T> Encoded of(Format<T> format, T message) {
    return new Encoded(format.key(message), format.value(message));
  }
}
