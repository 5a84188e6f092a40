package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to a request inside the provider, before any customer was asked. */
public sealed interface EvaluationEvent extends RequestEvent {
  /** The attempt that was accepted; empty for what time brings. */
  Optional<Provenance> attempted();

  /**
   * The provider's side has checked what was asked for; all of it stands here, inputs and outcomes.
   * The first event of a request, where there is one of these.
   *
   * @param accessFor what a yes would grant
   * @param internalStages of the provider's own people, to be passed in this order; empty unless
   *     the outcome is NEEDS_INTERNAL
   * @param decideBy from this instant on it is too late for those; {@code at} where there are none
   */
  record RequestEvaluated(
      RequestId request,
      Instant at,
      Provenance by,
      Asked asked,
      Duration accessFor,
      Evaluation evaluation,
      List<Stage> internalStages,
      Instant decideBy)
      implements EvaluationEvent {
    public RequestEvaluated {
      internalStages = List.copyOf(internalStages);
      var isWaiting = evaluation.outcome() == Evaluation.Outcome.NEEDS_INTERNAL;
      if (isWaiting == internalStages.isEmpty()) {
        throw new IllegalArgumentException(
            "outcome %s with %s internal stages"
                .formatted(evaluation.outcome(), internalStages.size()));
      }
    }

    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /**
   * One of the provider's approvers said yes, and others must.
   *
   * @param stage that it counts for, from 0
   */
  record InternalApprovalGiven(
      RequestId request, Instant at, Provenance by, Optional<PersonalText> reason, int stage)
      implements EvaluationEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /**
   * The last yes that was needed inside the provider. What comes of it follows in the same
   * transaction: the customer is asked, or access is granted without them.
   *
   * @param stage that it counts for, the last
   */
  record InternalApprovalGranted(
      RequestId request, Instant at, Provenance by, Optional<PersonalText> reason, int stage)
      implements EvaluationEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /** One of the provider's approvers said no, or took a yes back: whatever there was is over. */
  record InternalApprovalDenied(
      RequestId request, Instant at, Provenance by, Optional<PersonalText> reason)
      implements EvaluationEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /** The provider's own approvers did not decide in time: silence is a no there too. */
  record InternalApprovalExpired(RequestId request, Instant at) implements EvaluationEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.empty();
    }
  }
}
