package dev.lockbox.processor.store;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Every store of the processor. The names are in the changelog topics, so they are never changed
 * once they have run.
 */
public final class Stores {
  /** {@code tenant/requestId} to the request as it stands. */
  public static final String REQUESTS = "requests";

  /** Tenant to its members. */
  public static final String TENANTS = "tenants";

  /** Tenant to its last sequence, how far the log has been applied, and the time by then. */
  public static final String PROGRESS = "progress";

  /** Host to what its clock showed when it last ticked. */
  public static final String CLOCK = "clock";

  /** Tenant to what freezes its grants. */
  public static final String FREEZES = "freezes";

  /** The provider's roles and engineers. */
  public static final String ROLES = "roles";

  /** {@code tenant/exclusionId} to the exclusion as it stands. */
  public static final String EXCLUSIONS = "exclusions";

  /** {@code tenant/engineer} to the engineer's sessions there as they stand. */
  public static final String SESSIONS = "sessions";

  /** {@code tenant/engineer} to when the tenant's people denied the engineer something. */
  public static final String DENIALS = "denials";

  /** Whose requests wait for a decision; in memory only. */
  public static final String WAITING = "waiting";

  /** Who is on a device, or had one found wanting; in memory only. */
  public static final String DEVICES = "devices";

  /** Device to how it was when it was examined last, for every customer. */
  public static final String POSTURES = "postures";

  /** Whatever waits, in the order in which it falls due; in memory only. */
  public static final String DEADLINES = "deadlines";

  /** The provider's roles and engineers as their topic has them, whole in every instance. */
  public static final String STAFF = "staff";

  /** Partition of the intake topic to how far it has been applied. */
  public static final String INTAKE_PROGRESS = "intake-progress";

  /** Partition of the topic of gateways to how far it has been applied. */
  public static final String ACTIVITY_PROGRESS = "activity-progress";

  /** Engineer to where they are on a gateway, or ask to be, over all customers. */
  public static final String SEATS = "seats";

  /**
   * As large as the largest record from which a value is made, and room for what is added to it.
   */
  private static final int CHANGE_BYTES_MAX = 2 * 1024 * 1024;

  private Stores() {}

  public static StoreBuilder<KeyValueStore<String, byte[]>> requests() {
    return persistent(REQUESTS, Serdes.String(), Serdes.ByteArray());
  }

  public static StoreBuilder<KeyValueStore<String, byte[]>> tenants() {
    return persistent(TENANTS, Serdes.String(), Serdes.ByteArray());
  }

  public static StoreBuilder<KeyValueStore<String, byte[]>> progress() {
    return persistent(PROGRESS, Serdes.String(), Serdes.ByteArray());
  }

  public static StoreBuilder<KeyValueStore<String, byte[]>> clock() {
    return persistent(CLOCK, Serdes.String(), Serdes.ByteArray());
  }

  public static StoreBuilder<KeyValueStore<String, byte[]>> freezes() {
    return persistent(FREEZES, Serdes.String(), Serdes.ByteArray());
  }

  public static StoreBuilder<KeyValueStore<String, byte[]>> roles() {
    return persistent(ROLES, Serdes.String(), Serdes.ByteArray());
  }

  public static StoreBuilder<KeyValueStore<String, byte[]>> exclusions() {
    return persistent(EXCLUSIONS, Serdes.String(), Serdes.ByteArray());
  }

  public static StoreBuilder<KeyValueStore<String, byte[]>> sessions() {
    return persistent(SESSIONS, Serdes.String(), Serdes.ByteArray());
  }

  public static StoreBuilder<KeyValueStore<String, byte[]>> denials() {
    return persistent(DENIALS, Serdes.String(), Serdes.ByteArray());
  }

  public static StoreBuilder<IndexStore<Waiting>> waiting() {
    return new IndexStore.Builder<>(WAITING, Waiting::new);
  }

  public static StoreBuilder<IndexStore<DeviceUse>> devices() {
    return new IndexStore.Builder<>(DEVICES, DeviceUse::new);
  }

  public static StoreBuilder<KeyValueStore<String, byte[]>> postures() {
    return persistent(POSTURES, Serdes.String(), Serdes.ByteArray());
  }

  public static StoreBuilder<IndexStore<Deadlines>> deadlines() {
    return new IndexStore.Builder<>(DEADLINES, Deadlines::new);
  }

  public static StoreBuilder<IndexStore<Staff>> staff() {
    return new IndexStore.Builder<>(STAFF, Staff::new);
  }

  public static StoreBuilder<KeyValueStore<Integer, Long>> intakeProgress() {
    return persistent(INTAKE_PROGRESS, Serdes.Integer(), Serdes.Long());
  }

  public static StoreBuilder<KeyValueStore<Integer, Long>> activityProgress() {
    return persistent(ACTIVITY_PROGRESS, Serdes.Integer(), Serdes.Long());
  }

  public static StoreBuilder<KeyValueStore<String, byte[]>> seats() {
    return persistent(SEATS, Serdes.String(), Serdes.ByteArray());
  }

  /**
   * On disk, in a changelog, and uncached: a cache would hide how many records a decision writes.
   */
  private static <K, V> StoreBuilder<KeyValueStore<K, V>> persistent(
      String name, Serde<K> key, Serde<V> value) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), key, value)
        .withCachingDisabled()
        .withLoggingEnabled(
            Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(CHANGE_BYTES_MAX)));
  }
}
