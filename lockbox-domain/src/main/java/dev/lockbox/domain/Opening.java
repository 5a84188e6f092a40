package dev.lockbox.domain;

import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What was settled when a request was opened, and never changes; the fields are those of {@link
 * RequestOpened}. Before the customer is asked, and where they never are, what the provider's side
 * settled: nobody may approve then.
 *
 * @param evaluation what the provider's side said, knew and found; empty where nothing was
 */
public record Opening(
    Asked asked,
    Duration accessFor,
    Set<PersonId> approvers,
    Instant openedAt,
    Instant decideBy,
    Optional<Evaluation> evaluation) {
  public Opening {
    approvers = Set.copyOf(approvers);
  }

  static Opening of(RequestOpened event, Optional<Evaluation> evaluation) {
    return new Opening(
        event.asked(),
        event.accessFor(),
        event.approvers(),
        event.at(),
        event.decideBy(),
        evaluation);
  }

  static Opening of(RequestEvaluated event) {
    return new Opening(
        event.asked(),
        event.accessFor(),
        Set.of(),
        event.at(),
        event.decideBy(),
        Optional.of(event.evaluation()));
  }

  /** There was nothing to decide, so it was over when it began. */
  static Opening of(GrantedWithoutCustomer event, Optional<Evaluation> evaluation) {
    var accessFor = Duration.between(event.at(), event.accessUntil());
    return new Opening(
        event.asked(), accessFor, event.approvers(), event.at(), event.at(), evaluation);
  }

  /** What else was said of the request. */
  public Details details() {
    return evaluation.map(Evaluation::details).orElse(Details.NONE);
  }

  /** What a yes to all that was asked for grants. */
  public Terms terms() {
    return new Terms(asked.actions(), asked.resources(), accessFor);
  }
}
