package dev.lockbox.processor.store;

import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.SessionsSnapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The sessions of every engineer that ever had one, by customer. Key: {@code tenant/engineer} in
 * UTF-8. Value: {@link Stored#SESSIONS}.
 */
public final class EngineerSessions {
  private final KeyValueStore<String, byte[]> store;
  private final DeviceUse devices;

  public EngineerSessions(KeyValueStore<String, byte[]> store, DeviceUse devices) {
    this.store = store;
    this.devices = devices;
  }

  /**
   * An engineer's sessions as they stand; {@link Sessions#NONE} where there never was one.
   *
   * @throws dev.lockbox.events.codec.Garbled when what is kept of them cannot be read
   */
  public Sessions find(EngineerId engineer) {
    var bytes = store.get(engineer.toString());
    return bytes == null ? Sessions.NONE : Stored.SESSIONS.fromBytes(bytes).state();
  }

  /**
   * Those of a customer's engineers who are on a device, or had one found wanting.
   *
   * @throws dev.lockbox.events.codec.Garbled when what is kept of one of them cannot be read
   */
  public Map<EngineerId, Sessions> onDevices(TenantId tenant) {
    var all = new HashMap<EngineerId, Sessions>();
    devices.at(tenant).forEach(engineer -> all.put(engineer, find(engineer)));
    return all;
  }

  /**
   * Those of every customer's engineers who are on a device, or had one found wanting.
   *
   * @throws dev.lockbox.events.codec.Garbled when what is kept of one of them cannot be read
   */
  public SortedMap<EngineerId, Sessions> onDevices() {
    var all = new TreeMap<EngineerId, Sessions>();
    devices.everywhere().forEach(engineer -> all.put(engineer, find(engineer)));
    return all;
  }

  public void put(SessionsSnapshot snapshot) {
    store.put(snapshot.engineer().toString(), Stored.SESSIONS.toBytes(snapshot));
    devices.note(snapshot.engineer(), snapshot.state());
  }

  /**
   * Shows every engineer with an open session, and when the first of them ends; and makes the index
   * of who is on devices anew.
   */
  public void recall(BiConsumer<EngineerId, Instant> visitor) {
    try (var all = store.all()) {
      while (all.hasNext()) {
        var kept = Stored.SESSIONS.fromBytes(all.next().value);
        devices.note(kept.engineer(), kept.state());
        kept.state().deadline().ifPresent(at -> visitor.accept(kept.engineer(), at));
      }
    }
  }
}
