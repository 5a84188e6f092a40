package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.simulator.record.Standing;
import java.time.Instant;
import java.util.Optional;

/** What a state looks like to somebody who does not know the core. */
public final class Seen {
  private Seen() {}

  public static Standing standing(Snapshot seen) {
    return standing(seen.request(), seen.state(), seen.frozen());
  }

  public static Standing standing(RequestId request, AccessRequest state, boolean frozen) {
    var until =
        switch (state) {
          case AccessRequest.Granted granted -> Optional.of(granted.accessUntil());
          case AccessRequest.Closing closing -> closing.end().accessUntil();
          case AccessRequest.Closed closed -> closed.accessUntil();
          case AccessRequest.Unopened none -> Optional.<Instant>empty();
          case AccessRequest.Evaluated evaluated -> Optional.<Instant>empty();
          case AccessRequest.Passed passed -> Optional.<Instant>empty();
          case AccessRequest.Pending pending -> Optional.<Instant>empty();
          case AccessRequest.Scheduled scheduled -> Optional.<Instant>empty();
          case AccessRequest.Faulted faulted -> Optional.<Instant>empty();
        };
    var kind = frozen ? "Frozen" : state.getClass().getSimpleName();
    var opens =
        state instanceof AccessRequest.Granted granted
            ? Optional.of(granted.terms())
            : Optional.<Terms>empty();
    var isForOneUse = state instanceof AccessRequest.Granted granted && granted.isForOneUse();
    return new Standing(request, kind, state.version(), until, opens, isForOneUse);
  }
}
