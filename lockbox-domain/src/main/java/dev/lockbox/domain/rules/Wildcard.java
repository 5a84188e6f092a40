package dev.lockbox.domain.rules;

import dev.lockbox.domain.resource.Stars;
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
    Bounds.within("number of stars", Stars.in(text), 0, STARS_MAX);
  }

  boolean matches(String value) {
    return Stars.match(text, value);
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
