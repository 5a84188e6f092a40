package dev.lockbox.domain.resource;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word in which each {@code *} stands for any characters, or none: {@code openshift-*}.
 *
 * @param text 1 to 64 characters, of which at most 8 are {@code *}
 */
public record Glob(String text) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_*][A-Za-z0-9._:/@+*-]{0,63}");
  private static final int STARS_MAX = 8;

  public Glob {
    Text.matching(SHAPE, "a pattern of words", text);
    Text.require(Stars.in(text) <= STARS_MAX, "%s has more than %s stars", text, STARS_MAX);
  }

  /** For what is allowed: as it is written. */
  public boolean matches(String word) {
    return Stars.match(text, word);
  }

  /** For what is denied: nobody gets around it by writing large what was small. */
  public boolean matchesInAnyCase(String word) {
    return Stars.match(text.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether this matches, in any case, whatever the other matches. The other is looked at as a
   * word: a star in it is met by a star only, which takes whatever it stands for.
   */
  public boolean matchesAllOf(Glob other) {
    return matchesInAnyCase(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
