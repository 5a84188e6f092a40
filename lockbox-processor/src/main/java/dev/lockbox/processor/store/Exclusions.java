package dev.lockbox.processor.store;

import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.events.codec.Garbled;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.ExclusionSnapshot;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Every exclusion that was ever reported, as it stands. Key: {@code tenant/exclusionId} in UTF-8.
 * Value: {@link Stored#EXCLUSION}.
 */
public final class Exclusions {
  private final KeyValueStore<String, byte[]> store;

  public Exclusions(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * The exclusion as it stands; {@link Exclusion#UNKNOWN} when it was never reported.
   *
   * @throws Garbled when what is kept of it cannot be read
   */
  public Exclusion find(ExclusionId exclusion) {
    var bytes = store.get(exclusion.toString());
    return bytes == null ? Exclusion.UNKNOWN : Stored.EXCLUSION.fromBytes(bytes).state();
  }

  public void put(ExclusionSnapshot snapshot) {
    store.put(snapshot.exclusion().toString(), Stored.EXCLUSION.toBytes(snapshot));
  }

  /**
   * Shows every one, in the order of its keys.
   *
   * @throws Garbled when what is kept of one cannot be read
   */
  public void forEach(Consumer<ExclusionSnapshot> visitor) {
    try (var all = store.all()) {
      all.forEachRemaining(entry -> visitor.accept(Stored.EXCLUSION.fromBytes(entry.value)));
    }
  }
}
