package dev.lockbox.api.view;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which subscriptions a request tells of, and with which tags; see {@link Folding}. */
final class SubscriptionFolding {
  private final KeyValueStore<Bytes, byte[]> subscriptions;

  SubscriptionFolding(KeyValueStore<Bytes, byte[]> subscriptions) {
    this.subscriptions = subscriptions;
  }

  /**
   * Once for each request: when the customer is first shown of it. What is practice tells nothing.
   */
  void fold(TenantId tenant, AccessRequest before, AccessRequest after) {
    if (shown(before).isEmpty()) {
      shown(after).ifPresent(opening -> note(tenant, opening));
    }
  }

  private static Optional<Opening> shown(AccessRequest state) {
    return state.opened().filter(opening -> !opening.isInternal() && !opening.isPractice());
  }

  private void note(TenantId tenant, Opening opening) {
    opening.asked().resources().stream()
        .map(Seen::subscription)
        .distinct()
        .forEach(name -> note(tenant, name, opening));
  }

  private void note(TenantId tenant, ResourceName name, Opening opening) {
    var key = Keys.subscription(tenant, Seen.key(name));
    var before =
        Optional.ofNullable(subscriptions.get(key)).map(Seen::fromBytes).orElse(Seen.of(name));
    subscriptions.put(key, before.and(name, opening.details().tags()).toBytes());
  }
}
