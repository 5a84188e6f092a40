package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * An enforcement point: something of the provider's that opens for a grant and must close again. 1
 * to 48 characters.
 */
public record PointId(String value) implements Comparable<PointId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,47}");

  public PointId {
    Ids.matching(SHAPE, "point", value);
  }

  @Override
  public int compareTo(PointId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
