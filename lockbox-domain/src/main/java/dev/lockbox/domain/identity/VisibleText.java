package dev.lockbox.domain.identity;

/** Makes what somebody wrote visible: nothing in it hides, or turns the reading direction. */
public final class VisibleText {
  /** Letters and marks that show as nothing, though Unicode does not call them format controls. */
  private static final String BLANK_LETTERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

  private VisibleText() {}

  /** Each character that cannot be seen, as {@code ‹U+202E›}. Spaces and line feeds stay. */
  public static String of(String text) {
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
