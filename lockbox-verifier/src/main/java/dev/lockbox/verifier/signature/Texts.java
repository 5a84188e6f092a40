package dev.lockbox.verifier.signature;

import dev.lockbox.verifier.jose.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Texts, one after the other, each in UTF-8 behind the number of its bytes (four, the highest
 * first): so is written what approvers sign, and what is digested. For one reader.
 */
public final class Texts {
  private final ByteBuffer from;

  /**
   * @param bytes bounded by the caller
   */
  public Texts(byte[] bytes) {
    this.from = ByteBuffer.wrap(bytes);
  }

  public boolean areOver() {
    return !from.hasRemaining();
  }

  /**
   * The next one.
   *
   * @throws Malformed when there is none
   */
  public String next() throws Malformed {
    var length = from.remaining() < Integer.BYTES ? -1 : from.getInt();
    if (length < 0 || length > from.remaining()) {
      throw new Malformed("a text behind its length was expected");
    }
    var text = from.slice(from.position(), length);
    from.position(from.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException garbled) {
      throw new Malformed("UTF-8 was expected");
    }
  }

  /**
   * @throws Malformed when the next one is another
   */
  public void expect(String text) throws Malformed {
    if (!next().equals(text)) {
      throw new Malformed(text + " was expected");
    }
  }

  /**
   * The next ones, behind their number.
   *
   * @throws Malformed when there are not as many
   */
  public Set<String> some() throws Malformed {
    return some(next());
  }

  /**
   * The same behind a number that was read.
   *
   * @throws Malformed when it is none, or there are not as many
   */
  public Set<String> some(String number) throws Malformed {
    var count = whole(number);
    var texts = new LinkedHashSet<String>();
    for (var i = 0L; i < count; i++) {
      texts.add(next());
    }
    return texts;
  }

  /**
   * The next one, as a number.
   *
   * @throws Malformed when it is none
   */
  public static long whole(String text) throws Malformed {
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      throw new Malformed("a number was expected");
    }
    return Long.parseLong(text);
  }

  /**
   * @throws Malformed when it is neither
   */
  public static boolean truth(String text) throws Malformed {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Malformed("true or false was expected");
    };
  }

  /**
   * @throws Malformed when something follows
   */
  public void mustBeOver() throws Malformed {
    if (!areOver()) {
      throw new Malformed("nothing more was expected");
    }
  }
}
