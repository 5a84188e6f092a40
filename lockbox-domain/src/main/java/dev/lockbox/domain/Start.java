package dev.lockbox.domain;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When access begins: at once, or later, where a later time was asked for. Its time is counted from
 * then, so nobody loses any by asking early, and whoever is asked late gives no more.
 *
 * @param later empty for at once
 */
record Start(Optional<Instant> later) {
  /**
   * How far ahead a start may be asked for: what is agreed on is to be remembered when it comes.
   */
  static final Duration AHEAD_MAX = Duration.ofDays(90);

  /** What has come by now is at once. */
  static Start of(Details details, Instant now) {
    return new Start(details.startAt().filter(now::isBefore));
  }

  static Start of(Opening opening, Instant now) {
    return of(opening.details(), now);
  }

  /** The first instant of access that is granted now. */
  Instant from(Instant now) {
    return later.orElse(now);
  }

  boolean isTooFar(Instant now) {
    return later.filter(now.plus(AHEAD_MAX)::isBefore).isPresent();
  }

  /** What the last yes brings about. */
  RequestEvent granting(
      RequestId request,
      Instant at,
      Provenance by,
      Optional<PersonalText> reason,
      Duration accessFor) {
    return later
        .<RequestEvent>map(start -> scheduled(request, at, by, reason, start, accessFor))
        .orElseGet(() -> new RequestApproved(request, at, by, reason, at.plus(accessFor)));
  }

  /** What follows on a grant that nobody was asked for; empty when it begins at once. */
  Optional<RequestEvent> putOff(RequestId request, Instant at, Provenance by, Duration accessFor) {
    return later.map(start -> scheduled(request, at, by, Optional.empty(), start, accessFor));
  }

  private static RequestEvent scheduled(
      RequestId request,
      Instant at,
      Provenance by,
      Optional<PersonalText> reason,
      Instant start,
      Duration accessFor) {
    return new AccessScheduled(request, at, by, reason, start, start.plus(accessFor));
  }
}
