package dev.lockbox.events.message;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/**
 * What the notifier remembers of telling one person of one event.
 *
 * @param messageId the Message-ID of the mail; the same for every try
 * @param attempts tries so far
 * @param lastFailure what the last failed try met; empty when none failed
 */
public record Notice(
    Key key, Status status, String messageId, int attempts, Optional<String> lastFailure) {

  /** One event and one person told of it. */
  public record Key(TenantId tenant, long sequence, PersonId recipient) {}

  /** Where the telling stands. */
  public enum Status {
    PENDING,
    SENT
  }
}
