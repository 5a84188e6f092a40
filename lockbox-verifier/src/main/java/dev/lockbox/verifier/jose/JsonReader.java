package dev.lockbox.verifier.jose;

import dev.lockbox.verifier.jose.Json.Items;
import dev.lockbox.verifier.jose.Json.Members;
import dev.lockbox.verifier.jose.Json.Nothing;
import dev.lockbox.verifier.jose.Json.Text;
import dev.lockbox.verifier.jose.Json.Truth;
import dev.lockbox.verifier.jose.Json.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/**
 * Reads one JSON object. Refused, since two readers could take it differently: a name twice
 * (however it is escaped), a lone surrogate, a fraction or an exponent, a number of more than
 * {@value #DIGITS_MAX} digits, more than {@value #DEPTH_MAX} levels, and anything behind the end.
 */
final class JsonReader {
  static final int DEPTH_MAX = 6;
  static final int DIGITS_MAX = 18;
  private static final int HEX = 16;
  private static final int ESCAPED_CHARS = 4;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,%s})(?![0-9.eE])".formatted(DIGITS_MAX - 1));

  private final String text;
  private int at;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  Members object() throws Malformed {
    var value = value();
    blanks();
    if (at != text.length() || !(value instanceof Members members)) {
      throw new Malformed("one JSON object was expected");
    }
    return members;
  }

  private Json value() throws Malformed {
    blanks();
    return switch (peek()) {
      case '{' -> deeper(this::members);
      case '[' -> deeper(this::items);
      case '"' -> new Text(string());
      case 't' -> word("true", new Truth(true));
      case 'f' -> word("false", new Truth(false));
      case 'n' -> word("null", new Nothing());
      default -> number();
    };
  }

  private interface Part {
    Json read() throws Malformed;
  }

  private Json deeper(Part part) throws Malformed {
    depth++;
    if (depth > DEPTH_MAX) {
      throw new Malformed("at most %s levels were expected".formatted(DEPTH_MAX));
    }
    at++;
    var read = part.read();
    depth--;
    return read;
  }

  private Json members() throws Malformed {
    var members = new LinkedHashMap<String, Json>();
    if (!skips('}')) {
      do {
        blanks();
        var name = string();
        expect(':');
        if (members.putIfAbsent(name, value()) != null) {
          throw new Malformed("each name was expected once");
        }
      } while (skips(','));
      expect('}');
    }
    return new Members(members);
  }

  private Json items() throws Malformed {
    var items = new ArrayList<Json>();
    if (!skips(']')) {
      do {
        items.add(value());
      } while (skips(','));
      expect(']');
    }
    return new Items(items);
  }

  private Json word(String word, Json value) throws Malformed {
    if (!text.startsWith(word, at)) {
      throw new Malformed("a value was expected");
    }
    at += word.length();
    return value;
  }

  private Json number() throws Malformed {
    var number = NUMBER.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (!number.lookingAt()) {
      throw new Malformed("a value was expected, numbers being whole");
    }
    at = number.end();
    return new Whole(Long.parseLong(number.group()));
  }

  private String string() throws Malformed {
    if (peek() != '"') {
      throw new Malformed("a text was expected");
    }
    at++;
    var string = new StringBuilder();
    while (peek() != '"') {
      var next = take();
      if (next < ' ') {
        throw new Malformed("no control character was expected in a text");
      }
      string.append(next == '\\' ? escaped() : next);
    }
    at++;
    return whole(string.toString());
  }

  private static String whole(String string) throws Malformed {
    if (string.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      throw new Malformed("whole characters were expected");
    }
    return string;
  }

  private char escaped() throws Malformed {
    var escape = take();
    return switch (escape) {
      case '"', '\\', '/' -> escape;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> throw new Malformed("a known escape was expected");
    };
  }

  private char codeUnit() throws Malformed {
    var unit = 0;
    for (var i = 0; i < ESCAPED_CHARS; i++) {
      var digit = Character.digit(take(), HEX);
      if (digit < 0) {
        throw new Malformed("four hexadecimal digits were expected");
      }
      unit = unit * HEX + digit;
    }
    return (char) unit;
  }

  private void expect(char expected) throws Malformed {
    if (!skips(expected)) {
      throw new Malformed("'%s' was expected".formatted(expected));
    }
  }

  private boolean skips(char expected) throws Malformed {
    blanks();
    var is = peek() == expected;
    at += is ? 1 : 0;
    return is;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char take() throws Malformed {
    var next = peek();
    at++;
    return next;
  }

  private char peek() throws Malformed {
    if (at >= text.length()) {
      throw new Malformed("more was expected");
    }
    return text.charAt(at);
  }
}
