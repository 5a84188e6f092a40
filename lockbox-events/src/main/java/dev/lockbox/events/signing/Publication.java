package dev.lockbox.events.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a service puts its signature to: a record with the place that it is written to, so that none
 * can be moved under another key or to another topic. The arrays are not copied: whoever holds them
 * must not change them.
 *
 * @param key the record's, byte for byte
 * @param value the record's, byte for byte
 */
@SuppressWarnings("ArrayRecordComponent")
public record Publication(String topic, byte[] key, byte[] value) {
  /** So that what is signed here is never what is signed elsewhere by the same key. */
  private static final byte[] CONTEXT = "lockbox-publication-v1".getBytes(UTF_8);

  /**
   * Context, topic, key and value, each behind the number of its bytes, which are four with the
   * highest first; so no two publications share an encoding.
   */
  public byte[] signed() {
    var parts = List.of(CONTEXT, topic.getBytes(UTF_8), key, value);
    var length = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    var into = ByteBuffer.allocate(length);
    parts.forEach(part -> into.putInt(part.length).put(part));
    return into.array();
  }
}
