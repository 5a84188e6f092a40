package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * Access that was granted, for now or for later.
 *
 * @param at when the last yes was said
 * @param from when on there is access
 */
record Grant(RequestId request, Instant at, Provenance by, Instant from, Instant until) {
  static Optional<Grant> of(Event event) {
    if (event instanceof RequestApproved yes) {
      return Optional.of(new Grant(yes.request(), yes.at(), yes.by(), yes.at(), yes.accessUntil()));
    }
    return event instanceof AccessScheduled later
        ? Optional.of(
            new Grant(
                later.request(), later.at(), later.by(), later.startsAt(), later.accessUntil()))
        : Optional.empty();
  }
}
