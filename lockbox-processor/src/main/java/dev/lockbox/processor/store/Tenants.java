package dev.lockbox.processor.store;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.events.codec.Garbled;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.TenantSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Every registered tenant as it stands. Key: its id in UTF-8. Value: {@link Stored#TENANT}. Every
 * decision needs one and its rules, and it may name thousands of people, so those read last stay
 * decoded.
 */
public final class Tenants {
  static final int DECODED_MAX = 256;

  private final KeyValueStore<String, byte[]> store;
  private final Deployment deployment;
  private final Map<TenantId, Known> decoded = new LastRead();

  /**
   * @param deployment what holds for every tenant
   */
  public Tenants(KeyValueStore<String, byte[]> store, Deployment deployment) {
    this.store = store;
    this.deployment = deployment;
  }

  private record Known(Tenant tenant, Optional<ApprovalRules> rules) {}

  /**
   * The tenant as it stands; {@link Tenant#UNREGISTERED} when it is not registered.
   *
   * @throws Garbled when what is kept of it cannot be read
   */
  public Tenant find(TenantId tenant) {
    return known(tenant).tenant();
  }

  /**
   * By which rules its requests are decided; empty when it is not registered.
   *
   * @throws Garbled when what is kept of it cannot be read
   */
  public Optional<ApprovalRules> rules(TenantId tenant) {
    return known(tenant).rules();
  }

  /** Every registered tenant, in the order of their ids. */
  public List<TenantId> all() {
    var ids = new ArrayList<TenantId>();
    try (var all = store.all()) {
      all.forEachRemaining(entry -> ids.add(new TenantId(entry.key)));
    }
    return ids;
  }

  public void put(TenantSnapshot snapshot) {
    store.put(snapshot.tenant().value(), Stored.TENANT.toBytes(snapshot));
    decoded.put(snapshot.tenant(), known(snapshot.state()));
  }

  private Known known(TenantId tenant) {
    return decoded.computeIfAbsent(tenant, one -> known(read(one)));
  }

  private Known known(Tenant tenant) {
    return new Known(tenant, tenant.rules(deployment));
  }

  private Tenant read(TenantId tenant) {
    var bytes = store.get(tenant.value());
    return bytes == null ? Tenant.UNREGISTERED : Stored.TENANT.fromBytes(bytes).state();
  }

  /** Forgets whatever was not read for longest. */
  private static final class LastRead extends LinkedHashMap<TenantId, Known> {
    private static final long serialVersionUID = 1L;
    private static final float LOAD = 0.75f;

    LastRead() {
      super(DECODED_MAX, LOAD, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<TenantId, Known> eldest) {
      return size() > DECODED_MAX;
    }
  }
}
