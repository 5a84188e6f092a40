package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/**
 * What the ticket system said of the ticket when access was asked for.
 *
 * @param tenant whose ticket it is
 * @param openedBy whoever opened it: somebody of the customer's, or of the provider's
 * @param assignee who works on it
 */
public record TicketSnapshot(
    TenantId tenant,
    Optional<PersonId> openedBy,
    Optional<PersonId> assignee,
    Code status,
    Optional<Code> severity) {}
