package dev.lockbox.processor.store;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Garbled;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.RequestSnapshot;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Every request that was ever heard of, as it stands. Key: {@code tenant/requestId} in UTF-8, so a
 * tenant's requests lie together and nothing is found by its id alone. Value: {@link
 * Stored#REQUEST}.
 */
public final class Requests {
  private final KeyValueStore<String, byte[]> store;

  public Requests(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * The request as it stands; {@link AccessRequest#UNOPENED} when it was never heard of.
   *
   * @throws Garbled when what is kept of it cannot be read
   */
  public AccessRequest find(RequestId request) {
    var bytes = store.get(request.toString());
    return bytes == null ? AccessRequest.UNOPENED : Stored.REQUEST.fromBytes(bytes).state();
  }

  /** The request as it stands; nothing is said of one never heard of, or garbled. */
  public Optional<AccessRequest> known(RequestId request) {
    return Optional.ofNullable(store.get(request.toString())).flatMap(Requests::readable);
  }

  /** The request as it stands, where it is a grant and can be read. */
  public Optional<RequestSnapshot> grant(RequestId request) {
    return known(request)
        .filter(AccessRequest.Granted.class::isInstance)
        .map(state -> new RequestSnapshot(request, state));
  }

  public void put(RequestSnapshot snapshot) {
    store.put(snapshot.request().toString(), Stored.REQUEST.toBytes(snapshot));
  }

  /**
   * Shows every request that is not over, in the order of its keys: open ones, faulted ones, and
   * (with an empty state) those of which nothing can be read.
   */
  public void forEachUnfinished(BiConsumer<RequestId, Optional<AccessRequest>> visitor) {
    try (var all = store.all()) {
      while (all.hasNext()) {
        var entry = all.next();
        if (!Stored.REQUEST.isOver(entry.value)) {
          visitor.accept(requestIn(entry.key), readable(entry.value));
        }
      }
    }
  }

  private static Optional<AccessRequest> readable(byte[] bytes) {
    try {
      return Optional.of(Stored.REQUEST.fromBytes(bytes).state());
    } catch (Garbled garbled) {
      return Optional.empty();
    }
  }

  private static RequestId requestIn(String key) {
    var slash = key.indexOf('/');
    return new RequestId(new TenantId(key.substring(0, slash)), key.substring(slash + 1));
  }
}
