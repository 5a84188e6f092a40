package dev.lockbox.events.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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

  /** The same of what a token is bound to. */
  private static final byte[] ASSERTED = "lockbox-assertion-v1".getBytes(UTF_8);

  /**
   * Context, topic, key and value, each behind the number of its bytes, which are four with the
   * highest first; so no two publications share an encoding.
   */
  public byte[] signed() {
    return under(CONTEXT);
  }

  /**
   * What a token names by which an engineer says exactly this, and nothing else: SHA-256 of the
   * same parts under a context of its own, in base64url without padding; 43 characters.
   */
  public String asserted() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(under(ASSERTED));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private byte[] under(byte[] context) {
    var parts = List.of(context, topic.getBytes(UTF_8), key, value);
    var length = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    var into = ByteBuffer.allocate(length);
    parts.forEach(part -> into.putInt(part.length).put(part));
    return into.array();
  }
}
