package dev.lockbox.events.message;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.RequestId;

/** A request and where it stands; never {@code Unopened}, which is the absence of a snapshot. */
public record RequestSnapshot(RequestId request, AccessRequest state) {
  public RequestSnapshot {
    if (state instanceof AccessRequest.Unopened) {
      throw new IllegalArgumentException(
          "request %s was never opened: there is nothing to keep".formatted(request));
    }
  }
}
