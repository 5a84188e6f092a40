package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/** A lockbox role of the provider's, by its immutable id. 1 to 64 characters. */
public record RoleId(String value) implements Comparable<RoleId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public RoleId {
    Ids.matching(SHAPE, "role", value);
  }

  @Override
  public int compareTo(RoleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
