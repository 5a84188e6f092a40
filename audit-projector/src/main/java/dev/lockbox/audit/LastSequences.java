package dev.lockbox.audit;

import dev.lockbox.domain.identity.TenantId;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The last sequence put on record, per tenant: how a replay and a gap are told from what comes
 * next. Key: tenant id. Kept in the same transaction as the record.
 */
final class LastSequences {
  static final String NAME = "last-sequences";
  private static final long BEFORE_THE_FIRST = 0;

  private final KeyValueStore<String, Long> store;

  LastSequences(KeyValueStore<String, Long> store) {
    this.store = store;
  }

  static StoreBuilder<KeyValueStore<String, Long>> store() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.Long());
  }

  /** 0 before a tenant's first. */
  long of(TenantId tenant) {
    var last = store.get(tenant.value());
    return last == null ? BEFORE_THE_FIRST : last;
  }

  void put(TenantId tenant, long sequence) {
    store.put(tenant.value(), sequence);
  }
}
