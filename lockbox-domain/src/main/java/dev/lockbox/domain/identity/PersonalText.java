package dev.lockbox.domain.identity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Free text about a person, kept apart from ids so that it can be erased without touching what
 * happened.
 *
 * @param subject whom the text is about, and whose erasure takes it away
 * @param text as written, 1 to {@value #BYTES_MAX} bytes of UTF-8; it is escaped where it is shown,
 *     not here
 */
public record PersonalText(PersonId subject, String text) {
  public static final int BYTES_MAX = 4096;

  public PersonalText {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text of %s must not be blank".formatted(subject));
    }
    var bytes = utf8(subject, text).remaining();
    if (bytes > BYTES_MAX) {
      throw new IllegalArgumentException(
          "text of %s must be at most %s bytes of UTF-8, was %s"
              .formatted(subject, BYTES_MAX, bytes));
    }
  }

  private static ByteBuffer utf8(PersonId subject, String text) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException unpaired) {
      throw new IllegalArgumentException(
          "text of %s holds an unpaired surrogate".formatted(subject), unpaired);
    }
  }

  /** Never the text: a personal text must not reach a log by being printed. */
  @Override
  public String toString() {
    return "PersonalText[of %s, %s characters]".formatted(subject, text.length());
  }
}
