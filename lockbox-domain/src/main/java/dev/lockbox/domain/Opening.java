package dev.lockbox.domain;

import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.identity.PersonId;
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
}
