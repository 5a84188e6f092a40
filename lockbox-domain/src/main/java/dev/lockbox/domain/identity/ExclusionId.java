package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * An access to one tenant's data that no approval covered. Nothing is looked up by {@code value}
 * alone.
 *
 * @param value as whoever reported it named it, 1 to 128 characters
 */
public record ExclusionId(TenantId tenant, String value) implements Comparable<ExclusionId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  public ExclusionId {
    Ids.matching(SHAPE, "exclusion id", value);
  }

  @Override
  public int compareTo(ExclusionId other) {
    var byTenant = tenant.compareTo(other.tenant);
    return byTenant != 0 ? byTenant : value.compareTo(other.value);
  }

  /** {@code tenant/value}; unambiguous, since neither part can hold a slash. */
  @Override
  public String toString() {
    return tenant + "/" + value;
  }
}
