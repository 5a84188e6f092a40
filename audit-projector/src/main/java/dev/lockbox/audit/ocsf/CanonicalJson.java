package dev.lockbox.audit.ocsf;

import dev.lockbox.events.message.Bytes;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * JSON in its one canonical spelling, RFC 8785: names sorted, no blanks, one line, only what must
 * be escaped is. So the same record is the same bytes whoever writes it, and a hash of it means
 * something.
 */
final class CanonicalJson {
  private static final char FIRST_UNESCAPED = ' ';

  private CanonicalJson() {}

  /**
   * In UTF-8.
   *
   * @throws IllegalArgumentException for a text with an unpaired surrogate: it has no UTF-8
   */
  static Bytes of(Json value) {
    var text = new StringBuilder();
    write(value, text);
    return new Bytes(utf8(text));
  }

  private static byte[] utf8(CharSequence text) {
    try {
      var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      var bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException unpaired) {
      throw new IllegalArgumentException(
          "a text of an audit record holds an unpaired surrogate", unpaired);
    }
  }

  private static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Text text -> quote(text.value(), out);
      case Json.Whole whole -> out.append(whole.value());
      case Json.Flag flag -> out.append(flag.value());
      case Json.Items items -> {
        out.append('[');
        var comma = "";
        for (var item : items.values()) {
          out.append(comma);
          write(item, out);
          comma = ",";
        }
        out.append(']');
      }
      case Fields fields -> {
        out.append('{');
        var comma = "";
        for (var member : fields.members().entrySet()) {
          out.append(comma);
          quote(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          comma = ",";
        }
        out.append('}');
      }
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    text.chars().forEach(unit -> escape((char) unit, out));
    out.append('"');
  }

  /** RFC 8785 section 3.2.2.2: two-character escapes where JSON has them, else lower-case hex. */
  private static void escape(char unit, StringBuilder out) {
    switch (unit) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (unit < FIRST_UNESCAPED) {
          out.append("\\u00").append(hex(unit >> 4)).append(hex(unit & 0xf));
        } else {
          out.append(unit);
        }
      }
    }
  }

  private static char hex(int digit) {
    return Character.forDigit(digit, 16);
  }
}
