package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/** What somebody asks for. May be refused; see {@link dev.lockbox.domain.decision.Refusal}. */
public sealed interface Command
    permits RequestCommand,
        TenantCommand,
        GrantsCommand,
        RolesCommand,
        ExclusionCommand,
        SessionCommand {
  TenantId tenant();

  /** The request it is about; empty when it is about the tenant itself. */
  Optional<RequestId> about();

  /** Who asks; empty for an alarm, which nobody asks for. */
  Optional<Attempt> attempt();

  /** Its name in the field, as events and the audit log tell it. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** SHA-256 of what is asked, without who asks and when. */
  default Fingerprint content() {
    return Fingerprint.of(Contents.of(this));
  }
}
