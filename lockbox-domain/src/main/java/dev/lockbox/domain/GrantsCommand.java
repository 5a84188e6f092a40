package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/** What can be asked of all grants of a tenant at once. */
public sealed interface GrantsCommand extends Command {
  Attempt by();

  /** The record in quarantine because of which it is asked. */
  QuarantineId quarantine();

  @Override
  default Optional<RequestId> about() {
    return Optional.empty();
  }

  @Override
  default Optional<Attempt> attempt() {
    return Optional.of(by());
  }

  /**
   * Nothing is granted, and no grant opens anything, until that record is settled: it may have been
   * a no.
   *
   * @param cause why the record is in quarantine; see {@link GrantsEvent.GrantsFrozen}
   */
  record FreezeGrants(TenantId tenant, Attempt by, QuarantineId quarantine, String cause)
      implements GrantsCommand {
    public FreezeGrants {
      Reasons.mustNameACause(cause);
    }
  }

  /**
   * Somebody has looked at that record, and settled what it may have said.
   *
   * @param reason in the words of whoever did
   */
  record ReleaseGrants(TenantId tenant, Attempt by, QuarantineId quarantine, PersonalText reason)
      implements GrantsCommand {
    public ReleaseGrants {
      Reasons.mustBeTheirs(by, Optional.of(reason));
    }
  }
}
