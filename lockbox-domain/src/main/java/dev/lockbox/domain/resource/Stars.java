package dev.lockbox.domain.resource;

/** What a {@code *} stands for, wherever a pattern has them: any characters, or none. */
public final class Stars {
  private Stars() {}

  /** How many stars a pattern has. */
  public static int in(String pattern) {
    return (int) pattern.chars().filter(each -> each == '*').count();
  }

  /** Whether the pattern matches all of the text; everything but stars stands for itself. */
  public static boolean match(String pattern, String text) {
    var between = pattern.split("\\*", -1);
    var last = between.length - 1;
    if (last == 0) {
      return pattern.equals(text);
    }
    if (!text.startsWith(between[0])) {
      return false;
    }
    var from = between[0].length();
    for (var i = 1; i < last; i++) {
      var found = text.indexOf(between[i], from);
      if (found < 0) {
        return false;
      }
      from = found + between[i].length();
    }
    return text.length() - from >= between[last].length() && text.endsWith(between[last]);
  }
}
