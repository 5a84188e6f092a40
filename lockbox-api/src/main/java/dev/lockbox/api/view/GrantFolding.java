package dev.lockbox.api.view;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Whose grants there are. A customer's are counted from the first that is folded with this store
 * there: those that were there before are then found once, by the list of what is active.
 */
final class GrantFolding {
  private static final byte[] NOTHING = new byte[0];

  private final KeyValueStore<Bytes, byte[]> grants;
  private final KeyValueStore<Bytes, byte[]> index;

  GrantFolding(KeyValueStore<Bytes, byte[]> grants, KeyValueStore<Bytes, byte[]> index) {
    this.grants = grants;
    this.index = index;
  }

  /**
   * Before the request and the lists are changed, so that who finds a grant finds it here.
   *
   * @param requests where one stands
   */
  void fold(
      RequestId request,
      AccessRequest before,
      AccessRequest after,
      Function<RequestId, AccessRequest> requests) {
    var was = holder(request, before);
    var is = holder(request, after);
    if (was.isEmpty() && is.isEmpty()) {
      return;
    }
    catchUp(request.tenant(), requests);
    was.filter(one -> is.isEmpty())
        .ifPresent(engineer -> grants.delete(Keys.grant(engineer, request)));
    is.ifPresent(engineer -> grants.put(Keys.grant(engineer, request), NOTHING));
  }

  /** Marked behind everything else: until then readers look at all that is active. */
  private void catchUp(TenantId tenant, Function<RequestId, AccessRequest> requests) {
    if (grants.get(Keys.tenant(tenant)) != null) {
      return;
    }
    var range = Keys.indexAfter(tenant, Optional.of(WireState.ACTIVE), Optional.empty());
    try (var scan = index.range(range.from(), range.to())) {
      while (scan.hasNext()) {
        var active = new RequestId(tenant, Keys.placeIn(tenant, scan.next().key).request());
        holder(active, requests.apply(active))
            .ifPresent(engineer -> grants.put(Keys.grant(engineer, active), NOTHING));
      }
    }
    grants.put(Keys.tenant(tenant), NOTHING);
  }

  private static Optional<EngineerId> holder(RequestId request, AccessRequest state) {
    return state instanceof Granted grant
        ? Optional.of(new EngineerId(request.tenant(), grant.opening().asked().engineer()))
        : Optional.empty();
  }
}
