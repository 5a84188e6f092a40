package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened about an access that no approval covers. It is none itself: the lockbox opens
 * nothing by it. Leaves requests and the tenant as they are.
 */
public sealed interface ExclusionEvent extends Event {
  ExclusionId exclusion();

  /** The attempt that was accepted; empty for what time brings. */
  Optional<Provenance> attempted();

  @Override
  default TenantId tenant() {
    return exclusion().tenant();
  }

  @Override
  default Optional<RequestId> about() {
    return Optional.empty();
  }

  /**
   * Somebody asks to break the glass, which takes a second person.
   *
   * @param confirmBy from this instant on it is too late for that
   */
  record BreakGlassProposed(
      ExclusionId exclusion, Instant at, Provenance by, ExclusionReport report, Instant confirmBy)
      implements ExclusionEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /**
   * There is, was or will be such an access.
   *
   * @param proposedBy the first of the two people of a break-glass; empty for the other categories
   * @param acknowledgeBy by when the customer is to have acknowledged it
   */
  record ExclusionInvoked(
      ExclusionId exclusion,
      Instant at,
      Provenance by,
      Optional<PersonId> proposedBy,
      ExclusionReport report,
      Instant acknowledgeBy)
      implements ExclusionEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /** Somebody of the customer has taken note. It makes nothing right that was not. */
  record ExclusionAcknowledged(
      ExclusionId exclusion, Instant at, Provenance by, Optional<PersonalText> reason)
      implements ExclusionEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /** Nobody of the customer has taken note in time. They still may. */
  record AcknowledgementOverdue(ExclusionId exclusion, Instant at) implements ExclusionEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.empty();
    }
  }

  /** Nobody confirmed in time, so no glass was broken. */
  record BreakGlassLapsed(ExclusionId exclusion, Instant at) implements ExclusionEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.empty();
    }
  }
}
