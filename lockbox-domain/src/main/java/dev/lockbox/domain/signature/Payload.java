package dev.lockbox.domain.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is signed: texts, the first of which says what the others are.
 *
 * @param octets each text in UTF-8 behind the number of its bytes, which are four with the highest
 *     first; so no two lists of texts share an encoding
 */
public record Payload(Octets octets) {
  public static Payload of(List<String> texts) {
    var all = texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    var length = all.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
    var into = ByteBuffer.allocate(length);
    all.forEach(text -> into.putInt(text.length).put(text));
    return new Payload(Octets.of(into.array()));
  }

  /**
   * The texts again, for who looks at what they are asked to sign.
   *
   * @throws IllegalArgumentException when these bytes were never made of texts
   */
  public List<String> texts() {
    var from = ByteBuffer.wrap(bytes());
    var texts = new ArrayList<String>();
    while (from.hasRemaining()) {
      texts.add(text(from));
    }
    return texts;
  }

  private static String text(ByteBuffer from) {
    var length = from.remaining() < Integer.BYTES ? -1 : from.getInt();
    if (length < 0 || length > from.remaining()) {
      throw new IllegalArgumentException("a payload is texts, each behind its length");
    }
    var bytes = new byte[length];
    from.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    return octets.bytes();
  }

  /** What an authenticator is asked to sign in its place: SHA-256 of it. */
  public Octets challenge() {
    return Octets.of(Sha256.of(bytes()));
  }
}
