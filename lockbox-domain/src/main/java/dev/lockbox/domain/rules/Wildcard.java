package dev.lockbox.domain.rules;

import java.util.regex.Pattern;

/**
 * A value in which each {@code *} stands for any characters, or none: {@code C:\Logs\*}. Everything
 * else stands for itself, in its case.
 *
 * @param text printable ASCII and spaces, 1 to 256 characters, of which at most {@value #STARS_MAX}
 *     are {@code *}
 */
public record Wildcard(String text) implements Comparable<Wildcard> {
  public static final int STARS_MAX = 8;
  private static final Pattern SHAPE = Pattern.compile("[ -~]{1,256}");

  public Wildcard {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a pattern of values must be 1 to 256 printable characters, had " + text.length());
    }
    var stars = (int) text.chars().filter(each -> each == '*').count();
    Bounds.within("number of stars", stars, 0, STARS_MAX);
  }

  boolean matches(String value) {
    var between = text.split("\\*", -1);
    var last = between.length - 1;
    if (last == 0) {
      return text.equals(value);
    }
    if (!value.startsWith(between[0])) {
      return false;
    }
    var from = between[0].length();
    for (var i = 1; i < last; i++) {
      var found = value.indexOf(between[i], from);
      if (found < 0) {
        return false;
      }
      from = found + between[i].length();
    }
    return value.length() - from >= between[last].length() && value.endsWith(between[last]);
  }

  @Override
  public int compareTo(Wildcard other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
