package dev.lockbox.domain;

import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was settled when a request was opened, and never changes; the fields are those of {@link
 * RequestOpened}. Before the customer is asked, and where they never are, what the provider's side
 * settled: nobody may approve then.
 *
 * @param evaluation what the provider's side said, knew and found; empty where nothing was
 * @param internalApprovals who said yes inside the provider, in their order, once all had; empty
 *     where nobody had to
 * @param isPractice whether it is for practice: no state that grants anything can hold it
 */
public record Opening(
    Asked asked,
    Duration accessFor,
    Set<PersonId> approvers,
    Instant openedAt,
    Instant decideBy,
    Optional<Evaluation> evaluation,
    List<Approval> internalApprovals,
    boolean isPractice) {
  public Opening {
    approvers = Set.copyOf(approvers);
    internalApprovals = List.copyOf(internalApprovals);
  }

  static Opening of(RequestOpened event, Optional<Opening> before) {
    return new Opening(
        event.asked(),
        event.accessFor(),
        event.approvers(),
        event.at(),
        event.decideBy(),
        before.flatMap(Opening::evaluation),
        before.map(Opening::internalApprovals).orElse(List.of()),
        event.isPractice());
  }

  static Opening of(RequestEvaluated event) {
    return new Opening(
        event.asked(),
        event.accessFor(),
        Set.of(),
        event.at(),
        event.decideBy(),
        Optional.of(event.evaluation()),
        List.of(),
        false);
  }

  static Opening of(GrantedWithoutCustomer event, Optional<Opening> before) {
    var accessFor = Duration.between(event.at(), event.accessUntil());
    return decided(event.asked(), accessFor, event.approvers(), event.at(), before);
  }

  /** There was nothing left to decide, so it was over when it began. */
  private static Opening decided(
      Asked asked,
      Duration accessFor,
      Set<PersonId> approvers,
      Instant at,
      Optional<Opening> before) {
    return new Opening(
        asked,
        accessFor,
        approvers,
        at,
        at,
        before.flatMap(Opening::evaluation),
        before.map(Opening::internalApprovals).orElse(List.of()),
        false);
  }

  /** As whom the customer is shown the engineer: by a pseudonym, where the provider gave one. */
  public String shownEngineer() {
    return details()
        .requester()
        .pseudonym()
        .map(PersonalText::text)
        .orElse(asked.engineer().value());
  }

  Opening approvedInside(List<Approval> all) {
    return new Opening(
        asked, accessFor, approvers, openedAt, decideBy, evaluation, all, isPractice);
  }

  /** Who said yes inside the provider. */
  Set<PersonId> insiders() {
    return internalApprovals.stream().map(Approval::by).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this is somebody who was known to decide inside the provider, whatever they did. */
  public boolean isNamedInside(PersonId person) {
    return evaluation.map(Evaluation::facts).filter(facts -> facts.names(person)).isPresent();
  }

  boolean hasInternalYesOf(PersonId person) {
    return insiders().contains(person);
  }

  /**
   * Whether it never got beyond the provider's own side, as far as this tells: the customer is
   * shown nothing of it.
   */
  public boolean isInternal() {
    return evaluation.map(Evaluation::outcome).filter(this::isHeldBack).isPresent();
  }

  private boolean isHeldBack(Evaluation.Outcome outcome) {
    return switch (outcome) {
      case PASSED -> false;
      case REJECTED -> true;
      // Once passed on it has approvers, or was granted at once.
      case NEEDS_INTERNAL -> approvers.isEmpty() && decideBy.isAfter(openedAt);
    };
  }

  /** What else was said of the request. */
  public Details details() {
    return evaluation.map(Evaluation::details).orElse(Details.NONE);
  }

  /**
   * Whether what is granted on these terms is over once it was used: no more was asked for, or the
   * conditions demand it. Nobody else decides that.
   */
  public boolean isForOneUse(Terms terms) {
    return details().isSingleUse() || terms.conditions().isSingleUse();
  }

  static Opening of(GrantedByRule event, Optional<Opening> before) {
    var accessFor = Duration.between(event.at(), event.accessUntil());
    return decided(event.asked(), accessFor, event.approvers(), event.at(), before);
  }

  static Opening of(DeniedByRule event, Optional<Opening> before) {
    return decided(event.asked(), event.accessFor(), event.approvers(), event.at(), before);
  }

  /** What a yes to all that was asked for grants, or would if it were no practice. */
  public Terms terms() {
    return new Terms(asked.actions(), asked.resources(), accessFor);
  }
}
