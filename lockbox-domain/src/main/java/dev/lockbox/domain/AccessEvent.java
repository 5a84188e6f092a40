package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What happened to access that was granted. */
public sealed interface AccessEvent extends RequestEvent {
  /** The attempt that was accepted; empty for what time brings. */
  Optional<Provenance> attempted();

  /**
   * The last yes that was needed, to access that begins later; where nobody was asked, that what
   * was granted without does.
   *
   * @param startsAt before this instant there is no access
   * @param accessUntil from this instant on there is none any more, whenever it began
   */
  record AccessScheduled(
      RequestId request,
      Instant at,
      Provenance by,
      Optional<PersonalText> reason,
      Instant startsAt,
      Instant accessUntil)
      implements AccessEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /** The time has come from which on access was granted. */
  record AccessStarted(RequestId request, Instant at) implements AccessEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.empty();
    }
  }

  /** The engineer was done before the grant's time was up. */
  record AccessFinished(RequestId request, Instant at, Provenance by) implements AccessEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /**
   * Access ends with the event that follows, and whoever opened anything for it must say that it is
   * closed.
   *
   * @param attempted which ends it; empty when its time is up
   */
  record ClosingRequired(
      RequestId request, Instant at, Optional<Provenance> attempted, ClosingDue due)
      implements AccessEvent {}

  /**
   * An enforcement point said that it closed.
   *
   * @param late how long after the end of access
   */
  record ClosingAcknowledged(
      RequestId request, Instant at, Provenance by, PointId point, Duration late)
      implements AccessEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /**
   * Some have not said in time that they closed: access may still be open there.
   *
   * @param missing who has not
   */
  record ClosingFailed(RequestId request, Instant at, Set<PointId> missing) implements AccessEvent {
    public ClosingFailed {
      missing = Set.copyOf(missing);
    }

    @Override
    public Optional<Provenance> attempted() {
      return Optional.empty();
    }
  }
}
