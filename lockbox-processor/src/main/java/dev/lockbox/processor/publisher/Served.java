package dev.lockbox.processor.publisher;

import dev.lockbox.domain.identity.TenantId;
import java.util.Set;

/** For whom a service may publish. */
public sealed interface Served {
  boolean includes(TenantId tenant);

  /** Whether it may speak of all of them at once. */
  boolean includesEverybody();

  /** Every customer there is or will be: said explicitly, and never for want of a word. */
  record Everybody() implements Served {
    @Override
    public boolean includes(TenantId tenant) {
      return true;
    }

    @Override
    public boolean includesEverybody() {
      return true;
    }
  }

  /** These customers; at least one. */
  record These(Set<TenantId> tenants) implements Served {
    public These {
      tenants = Set.copyOf(tenants);
      if (tenants.isEmpty()) {
        throw new IllegalArgumentException("a service must serve somebody");
      }
    }

    @Override
    public boolean includes(TenantId tenant) {
      return tenants.contains(tenant);
    }

    @Override
    public boolean includesEverybody() {
      return false;
    }
  }
}
