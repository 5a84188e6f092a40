package dev.lockbox.simulator.node;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.tenant.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tenants that were read already, since every decision needs one. */
final class Decoded {
  private final Map<TenantId, Tenant> tenants = new HashMap<>();
  private final Map<TenantId, Optional<ApprovalRules>> rules = new HashMap<>();

  Tenant find(Memory memory, TenantId tenant) {
    return tenants.computeIfAbsent(tenant, memory::tenant);
  }

  Optional<ApprovalRules> rules(Memory memory, TenantId tenant, Deployment deployment) {
    return rules.computeIfAbsent(tenant, asked -> find(memory, asked).rules(deployment));
  }

  void put(TenantId tenant, Tenant state) {
    tenants.put(tenant, state);
    rules.remove(tenant);
  }

  /** As if it had changed nothing of its rules. */
  void putUnderTheSameRules(TenantId tenant, Tenant state) {
    tenants.put(tenant, state);
  }
}
