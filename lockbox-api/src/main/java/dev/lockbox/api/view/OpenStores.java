package dev.lockbox.api.view;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of the partitions that are folded here, handed over by who folds them: from when they
 * are restored until they close. Asking Kafka Streams for them costs more than reading them, at
 * each single read. Safe for several threads.
 */
@Singleton
final class OpenStores {
  private final Map<Integer, Shelf> here = new ConcurrentHashMap<>();

  /** The stores of one partition, by name. */
  record Shelf(int partition, Map<String, KeyValueStore<Bytes, byte[]>> stores) {}

  /**
   * Says that a partition's stores are open.
   *
   * @param stores finds one by its name
   */
  Shelf open(int partition, Function<String, KeyValueStore<Bytes, byte[]>> stores) {
    var shelf =
        new Shelf(
            partition,
            ViewStores.ALL.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), stores)));
    here.put(partition, shelf);
    return shelf;
  }

  /** Says that they are about to close. */
  void close(Shelf shelf) {
    here.computeIfPresent(shelf.partition, (partition, now) -> now == shelf ? null : now);
  }

  /** One of them; empty while it is elsewhere, being restored, or closed. */
  Optional<ReadOnlyKeyValueStore<Bytes, byte[]>> of(String store, int partition) {
    return Optional.ofNullable(here.get(partition)).map(shelf -> shelf.stores.get(store));
  }
}
