package dev.lockbox.processor.store;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.session.Seats;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.SeatsSnapshot;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Where every engineer is on a gateway, over all customers; nothing is kept of who is on none. Key:
 * the engineer in UTF-8. Value: {@link Stored#SEATS}.
 */
public final class EngineerSeats {
  private final KeyValueStore<String, byte[]> store;

  public EngineerSeats(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * @throws dev.lockbox.events.codec.Garbled when what is kept of them cannot be read
   */
  public Seats find(PersonId engineer) {
    var bytes = store.get(engineer.value());
    return bytes == null ? Seats.NONE : Stored.SEATS.fromBytes(bytes).state();
  }

  public void put(PersonId engineer, Seats seats) {
    if (seats.equals(Seats.NONE)) {
      store.delete(engineer.value());
    } else {
      store.put(engineer.value(), Stored.SEATS.toBytes(new SeatsSnapshot(engineer, seats)));
    }
  }
}
