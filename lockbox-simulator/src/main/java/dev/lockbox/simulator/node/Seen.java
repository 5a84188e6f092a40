package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.simulator.record.Standing;
import java.time.Instant;
import java.util.Optional;

/** What a state looks like to somebody who does not know the core. */
public final class Seen {
  private Seen() {}

  public static Standing standing(RequestId request, AccessRequest state) {
    var until =
        switch (state) {
          case AccessRequest.Granted granted -> Optional.of(granted.accessUntil());
          case AccessRequest.Closed closed -> closed.accessUntil();
          case AccessRequest.Unopened none -> Optional.<Instant>empty();
          case AccessRequest.Pending pending -> Optional.<Instant>empty();
          case AccessRequest.Faulted faulted -> Optional.<Instant>empty();
        };
    return new Standing(request, state.getClass().getSimpleName(), state.version(), until);
  }
}
