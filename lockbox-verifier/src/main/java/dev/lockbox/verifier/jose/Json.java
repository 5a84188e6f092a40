package dev.lockbox.verifier.jose;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value (RFC 8259), as {@link JsonReader} takes it: what is ambiguous is none. */
public sealed interface Json {
  /**
   * An object.
   *
   * @param all by their names, in the order in which they stood
   */
  record Members(Map<String, Json> all) implements Json {
    public Members {
      all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /**
     * The member of this name.
     *
     * @throws Malformed when there is none
     */
    public Json get(String name) throws Malformed {
      var member = all.get(name);
      if (member == null) {
        throw new Malformed(name + " was expected");
      }
      return member;
    }

    /**
     * @throws Malformed when there is no such text
     */
    public String text(String name) throws Malformed {
      return get(name) instanceof Text text ? text.value() : wrong(name, "a text");
    }

    /**
     * @throws Malformed when there is no such number
     */
    public long whole(String name) throws Malformed {
      return get(name) instanceof Whole whole ? whole.value() : wrong(name, "a whole number");
    }

    /**
     * @throws Malformed when there is no such truth value
     */
    public boolean truth(String name) throws Malformed {
      return get(name) instanceof Truth truth ? truth.value() : wrong(name, "true or false");
    }

    /**
     * @throws Malformed when there is no such object
     */
    public Members members(String name) throws Malformed {
      return get(name) instanceof Members members ? members : wrong(name, "an object");
    }

    /**
     * @throws Malformed when there is no such array
     */
    public List<Json> items(String name) throws Malformed {
      return get(name) instanceof Items items ? items.all() : wrong(name, "an array");
    }

    /**
     * @throws Malformed when there is no text that stands for bytes, in base64url without padding
     */
    public byte[] bytes(String name) throws Malformed {
      return get(name).bytes();
    }

    private static <T> T wrong(String name, String expected) throws Malformed {
      throw new Malformed(name + " must be " + expected);
    }
  }

  /** An array. */
  record Items(List<Json> all) implements Json {
    public Items {
      all = List.copyOf(all);
    }
  }

  record Text(String value) implements Json {}

  /**
   * A number without a fraction or an exponent, of at most {@value JsonReader#DIGITS_MAX} digits.
   */
  record Whole(long value) implements Json {}

  record Truth(boolean value) implements Json {}

  /** {@code null}. */
  record Nothing() implements Json {}

  /**
   * The bytes that it stands for, in base64url without padding.
   *
   * @throws Malformed when it is no text, or stands for none
   */
  default byte[] bytes() throws Malformed {
    if (this instanceof Text text) {
      return Base64Url.decode(text.value());
    }
    throw new Malformed("bytes were expected to be a text");
  }

  /**
   * The object in these bytes, and nothing behind it.
   *
   * @param utf8 bounded by the caller
   * @throws Malformed when they hold anything else, or are not UTF-8
   */
  static Members object(byte[] utf8) throws Malformed {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return new JsonReader(text).object();
    } catch (CharacterCodingException garbled) {
      throw new Malformed("UTF-8 was expected");
    }
  }
}
