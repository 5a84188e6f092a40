package dev.lockbox.simulator.node;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant;
import java.util.HashMap;
import java.util.Map;

/** Tenants that were read already, since every decision needs one. */
final class Decoded {
  private final Map<TenantId, Tenant> tenants = new HashMap<>();

  Tenant find(Memory memory, TenantId tenant) {
    return tenants.computeIfAbsent(tenant, memory::tenant);
  }

  void put(TenantId tenant, Tenant state) {
    tenants.put(tenant, state);
  }
}
