package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/** Where somebody is: two capital letters, as ISO 3166-1 has them. */
public record Country(String value) implements Comparable<Country> {
  private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}");

  public Country {
    Ids.matching(SHAPE, "country", value);
  }

  @Override
  public int compareTo(Country other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
