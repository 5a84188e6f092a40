package dev.lockbox.notifier;

import dev.lockbox.domain.Approvals;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.rules.Mails;
import java.util.Optional;

/**
 * What is known at an event's place in the log.
 *
 * @param opening of the request it happened to; empty when that was never opened, or is long closed
 * @param internal whose yes it needs inside the provider, and has; empty when it waits for none
 * @param before the members of its tenant before an event of the tenant's own; empty otherwise
 * @param members of its tenant; empty while that is not registered
 * @param mails which of them its people get
 */
record Known(
    Optional<Opening> opening,
    Optional<Approvals> internal,
    Optional<Membership> before,
    Optional<Membership> members,
    Mails mails) {
  /** Of a request that waits for none of the provider's own approvers. */
  Known(Optional<Opening> opening, Optional<Membership> members, Mails mails) {
    this(opening, Optional.empty(), Optional.empty(), members, mails);
  }
}
