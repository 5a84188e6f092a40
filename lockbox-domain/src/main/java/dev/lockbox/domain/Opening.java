package dev.lockbox.domain;

import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What was settled when a request was opened, and never changes; the fields are those of {@link
 * RequestOpened}.
 */
public record Opening(
    Asked asked, Duration accessFor, Set<PersonId> approvers, Instant openedAt, Instant decideBy) {
  public Opening {
    approvers = Set.copyOf(approvers);
  }

  static Opening of(RequestOpened event) {
    return new Opening(
        event.asked(), event.accessFor(), event.approvers(), event.at(), event.decideBy());
  }

  /** There was nothing to decide, so it was over when it began. */
  static Opening of(GrantedWithoutCustomer event) {
    var accessFor = Duration.between(event.at(), event.accessUntil());
    return new Opening(event.asked(), accessFor, event.approvers(), event.at(), event.at());
  }

  /** What a yes to all that was asked for grants. */
  public Terms terms() {
    return new Terms(asked.actions(), asked.resources(), accessFor);
  }
}
