package dev.lockbox.events.message;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.RequestId;

/**
 * A request and where it stands; never {@code Unopened}, which is the absence of a snapshot.
 *
 * @param frozen whether it is a grant that opens nothing, because the tenant's grants are frozen;
 *     said on the state topic only
 */
public record RequestSnapshot(RequestId request, AccessRequest state, boolean frozen) {
  public RequestSnapshot {
    if (state instanceof AccessRequest.Unopened) {
      throw new IllegalArgumentException(
          "request %s was never opened: there is nothing to keep".formatted(request));
    }
    if (frozen && !(state instanceof AccessRequest.Granted)) {
      throw new IllegalArgumentException(
          "only a grant can be frozen, request %s is none".formatted(request));
    }
  }

  /** As it stands by itself. */
  public RequestSnapshot(RequestId request, AccessRequest state) {
    this(request, state, false);
  }

  /** As it stands while the tenant's grants are frozen, or not. */
  public RequestSnapshot within(boolean frozenTenant) {
    return new RequestSnapshot(
        request, state, frozenTenant && state instanceof AccessRequest.Granted);
  }
}
