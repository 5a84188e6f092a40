package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.time.Instant;

/** What was read of a request before anybody said yes to it. None of it is a yes. */
public sealed interface ReviewEvent extends RequestEvent {
  Provenance by();

  /**
   * Whoever says yes to a request that was just opened must review it first.
   *
   * @param by the attempt to open the request
   * @param dwell how long before their yes at least
   */
  record ReviewRequired(RequestId request, Instant at, Provenance by, Duration dwell)
      implements ReviewEvent {}

  /**
   * An approver begins to review the request.
   *
   * @param version of the request that they have before them
   * @param approveFrom the first instant at which their yes is taken, as far as this goes
   */
  record ReviewBegun(
      RequestId request, Instant at, Provenance by, long version, Instant approveFrom)
      implements ReviewEvent {}
}
