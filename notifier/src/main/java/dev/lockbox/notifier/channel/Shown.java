package dev.lockbox.notifier.channel;

import java.util.regex.Pattern;

/**
 * Makes what somebody wrote safe to show: nothing in it is invisible, turns the reading direction,
 * or becomes a link that a mail program makes by itself.
 */
final class Shown {
  private static final Pattern SCHEME = Pattern.compile("://");
  private static final Pattern WWW = Pattern.compile("(?i)\\bwww\\.");

  /** A dot within a word, as in a host name; the dot that ends a sentence stays. */
  private static final Pattern INNER_DOT = Pattern.compile("(?<=[\\p{L}\\p{N}])\\.(?=\\p{L})");

  /** Letters and marks that show as nothing, though Unicode does not call them format controls. */
  private static final String BLANK_LETTERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

  private Shown() {}

  /**
   * Free text, on as many lines as it was written: {@code https://evil.example} loses its teeth.
   */
  static String text(String written) {
    var lines = written.replace("\r\n", "\n").replace('\r', '\n');
    return INNER_DOT.matcher(withoutSchemes(visible(lines))).replaceAll("[.]");
  }

  /** An id, which is ASCII by its own rules and may need its dots: on one line. */
  static String id(String id) {
    return withoutSchemes(visible(id).replace('\n', ' '));
  }

  private static String withoutSchemes(String text) {
    return WWW.matcher(SCHEME.matcher(text).replaceAll("[:]//")).replaceAll("www[.]");
  }

  /** Each character that cannot be seen, as {@code ‹U+202E›}. Spaces and line feeds stay. */
  static String visible(String text) {
    var shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isVisible(point)) {
                shown.appendCodePoint(point);
              } else {
                shown.append("‹U+%04X›".formatted(point));
              }
            });
    return shown.toString();
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> BLANK_LETTERS.indexOf(point) < 0;
    };
  }
}
