package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * A customer of the provider. Lower case, 1 to 63 characters; the key of everything that is theirs.
 */
public record TenantId(String value) implements Comparable<TenantId> {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  public TenantId {
    Ids.matching(SHAPE, "tenant", value);
  }

  @Override
  public int compareTo(TenantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
