package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * An access request of one tenant. Nothing is looked up by {@code value} alone: two tenants may
 * hold requests of the same value, and neither sees the other's.
 *
 * @param value as the JIT service named it, 1 to 128 characters
 */
public record RequestId(TenantId tenant, String value) implements Comparable<RequestId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  public RequestId {
    Ids.matching(SHAPE, "request id", value);
  }

  @Override
  public int compareTo(RequestId other) {
    var byTenant = tenant.compareTo(other.tenant);
    return byTenant != 0 ? byTenant : value.compareTo(other.value);
  }

  /** {@code tenant/value}; unambiguous, since neither part can hold a slash. */
  @Override
  public String toString() {
    return tenant + "/" + value;
  }
}
