package dev.lockbox.simulator.record;

import dev.lockbox.domain.identity.TenantId;

/** Which partition holds what is a tenant's: small, so that two tenants share one. */
public final class Places {
  public static final int PARTITIONS = 2;

  /**
   * Under whose name the deployment's own roles and engineers are kept; on the second partition.
   */
  public static final TenantId PROVIDER = new TenantId("northwind");

  private Places() {}

  public static int partitionOf(TenantId tenant) {
    return tenant.value().startsWith("n") ? 1 : 0;
  }
}
