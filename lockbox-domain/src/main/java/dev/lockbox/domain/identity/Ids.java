package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * The one place where the text of an id is checked. Ids are ASCII, so that no two of them can look
 * alike.
 */
final class Ids {
  private static final int SHOWN_CHARS_MAX = 80;

  private Ids() {}

  /** Returns {@code text}, or throws {@link IllegalArgumentException} saying what was expected. */
  static String matching(Pattern shape, String name, String text) {
    if (!shape.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "%s must match %s, was '%s'".formatted(name, shape.pattern(), shown(text)));
    }
    return text;
  }

  /** A hostile value must not fill a log: printable ASCII only, and not much of it. */
  private static String shown(String text) {
    var start = text.substring(0, Math.min(SHOWN_CHARS_MAX, text.length()));
    var rest = text.length() > SHOWN_CHARS_MAX ? "… (%s characters)".formatted(text.length()) : "";
    return start.replaceAll("[^ -~]", "?") + rest;
  }
}
