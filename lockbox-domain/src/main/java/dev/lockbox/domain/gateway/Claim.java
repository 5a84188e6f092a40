package dev.lockbox.domain.gateway;

import java.util.regex.Pattern;

/**
 * One word that a gateway vouches for, for example {@code SAW}, {@code fido} or {@code
 * fips-140-2/4282}. 1 to 64 characters; compared as it stands.
 */
public record Claim(String value) implements Comparable<Claim> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");

  public Claim {
    Told.matching(SHAPE, "claim", value);
  }

  @Override
  public int compareTo(Claim other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
