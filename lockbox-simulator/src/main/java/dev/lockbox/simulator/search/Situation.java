package dev.lockbox.simulator.search;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Where two requests stand, and what time it is. See {@link Likeness}. */
record Situation(AccessRequest one, AccessRequest other, Instant now) {
  Situation(Instant now) {
    this(AccessRequest.UNOPENED, AccessRequest.UNOPENED, now);
  }

  AccessRequest of(RequestId request) {
    return request.equals(Moves.ONE) ? one : other;
  }

  Situation with(RequestId request, AccessRequest after) {
    return request.equals(Moves.ONE)
        ? new Situation(after, other, now)
        : new Situation(one, after, now);
  }

  Situation at(Instant at) {
    return new Situation(one, other, at);
  }

  Optional<Instant> nextDeadline() {
    return Stream.of(one, other)
        .flatMap(state -> state.deadline().stream())
        .filter(due -> due.isAfter(now))
        .min(Instant::compareTo);
  }
}
