package dev.lockbox.audit;

import dev.lockbox.audit.ocsf.AuditRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Which entries of the quarantine are on record. They carry no sequence, so they are known by what
 * they say: the same bytes again are a replay, other bytes under the same address are told too (a
 * topic may have been made anew). Key: the record's uid, a blank, the SHA-256 of its JSON.
 */
final class ToldFindings {
  static final String NAME = "told-findings";
  private static final byte[] TOLD = new byte[0];

  private final KeyValueStore<String, byte[]> store;

  ToldFindings(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> store() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
  }

  /** Whether it is new; from now on it is not. */
  boolean add(AuditRecord record) {
    return store.putIfAbsent(record.uid() + " " + record.json().sha256(), TOLD) == null;
  }
}
