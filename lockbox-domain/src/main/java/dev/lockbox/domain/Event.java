package dev.lockbox.domain;

import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened. Cannot be refused, and carries the outcome of each rule, not the inputs to work it
 * out again.
 */
public sealed interface Event
    permits RequestEvent,
        TenantEvent,
        GrantsEvent,
        RolesEvent,
        ExclusionEvent,
        SessionEvent,
        CommandRefused {
  TenantId tenant();

  /** The request it happened to; empty when it happened to the tenant itself. */
  Optional<RequestId> about();

  /** When the command that caused it was appended to the log. */
  Instant at();
}
