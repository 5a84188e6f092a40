package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * A word that somebody's list gives its meaning: a reason code, a severity, a team, a tag like
 * {@code env=prod}. 1 to 64 characters.
 */
public record Code(String value) implements Comparable<Code> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:=/-]{0,63}");

  public Code {
    Ids.matching(SHAPE, "code", value);
  }

  @Override
  public int compareTo(Code other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
