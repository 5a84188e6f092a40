package dev.lockbox.processor.store;

import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.FreezeSnapshot;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What freezes the grants of a partition's tenants. Key: the tenant's id in UTF-8. Value: {@link
 * Stored#FREEZES}. Only tenants that were frozen once have an entry; every decision asks, so all of
 * them are held in memory.
 */
public final class FrozenGrants {
  private final KeyValueStore<String, byte[]> store;
  private final Map<TenantId, Freezes> byTenant = new HashMap<>();

  /**
   * Reads the whole store once.
   *
   * @throws dev.lockbox.events.codec.Garbled when what is kept cannot be read
   */
  public FrozenGrants(KeyValueStore<String, byte[]> store) {
    this.store = store;
    try (var all = store.all()) {
      while (all.hasNext()) {
        var kept = Stored.FREEZES.fromBytes(all.next().value);
        byTenant.put(kept.tenant(), kept.state());
      }
    }
  }

  public Freezes find(TenantId tenant) {
    return byTenant.getOrDefault(tenant, Freezes.NONE);
  }

  public boolean isFrozen(TenantId tenant) {
    return find(tenant).isFrozen();
  }

  public void put(FreezeSnapshot snapshot) {
    store.put(snapshot.tenant().value(), Stored.FREEZES.toBytes(snapshot));
    byTenant.put(snapshot.tenant(), snapshot.state());
  }

  /** How many tenants are frozen just now. */
  public int count() {
    return (int) byTenant.values().stream().filter(Freezes::isFrozen).count();
  }
}
