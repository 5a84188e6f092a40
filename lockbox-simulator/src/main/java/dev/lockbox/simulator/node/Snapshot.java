package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.RequestId;

/**
 * A request as it stands, for everybody to read.
 *
 * @param frozen whether it is a grant that opens nothing just now
 */
public record Snapshot(RequestId request, AccessRequest state, boolean frozen) {
  static Snapshot of(RequestId request, AccessRequest state, boolean frozenTenant) {
    return new Snapshot(request, state, frozenTenant && state instanceof AccessRequest.Granted);
  }
}
