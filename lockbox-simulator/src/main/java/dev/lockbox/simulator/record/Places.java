package dev.lockbox.simulator.record;

import dev.lockbox.domain.identity.TenantId;

/** Which partition holds what is a tenant's: small, so that two tenants share one. */
public final class Places {
  public static final int PARTITIONS = 2;

  private Places() {}

  public static int partitionOf(TenantId tenant) {
    return tenant.value().startsWith("n") ? 1 : 0;
  }
}
