package dev.lockbox.domain.resource;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** The one place where the words of a catalogue are checked. */
final class Text {
  private static final Pattern ID =
      Pattern.compile("[a-z][A-Za-z0-9]{0,31}(\\.[A-Za-z0-9]{1,31})?");
  private static final Pattern WORD = Pattern.compile("[a-z][A-Za-z0-9]{0,31}");
  private static final Pattern SENTENCE = Pattern.compile("[ -~&&[^|]]{1,200}");
  private static final Pattern LINK = Pattern.compile("https://[!-~&&[^\"<>\\\\^`{|}]]{1,192}");

  private static final int SHOWN_CHARS_MAX = 80;

  private Text() {}

  static String id(String text) {
    return matching(ID, "id of a resource type", text);
  }

  static String word(String what, String text) {
    return matching(WORD, what, text);
  }

  static String sentence(String what, String text) {
    return matching(SENTENCE, what, text);
  }

  static String link(String what, String text) {
    return matching(LINK, what, text);
  }

  static String matching(Pattern shape, String what, String text) {
    require(
        shape.matcher(text).matches(),
        "%s must match %s, was '%s'",
        what,
        shape.pattern(),
        shown(text));
    return text;
  }

  /** A hostile value must not fill a log: printable ASCII only, and not much of it. */
  static String shown(String text) {
    var start = text.substring(0, Math.min(SHOWN_CHARS_MAX, text.length()));
    var rest = text.length() > SHOWN_CHARS_MAX ? "… (%s characters)".formatted(text.length()) : "";
    return start.replaceAll("[^ -~]", "?") + rest;
  }

  /** The same, unchangeable: at least one, at most {@code max}. */
  static <T> List<T> some(String what, List<T> given, int max) {
    require(
        !given.isEmpty() && given.size() <= max,
        "%s must be 1 to %s, were %s",
        what,
        max,
        given.size());
    return List.copyOf(given);
  }

  static void distinct(String what, Collection<?> given) {
    var seen = new HashSet<>();
    given.forEach(one -> require(seen.add(one), "%s must be distinct, %s is twice", what, one));
  }

  static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }
}
