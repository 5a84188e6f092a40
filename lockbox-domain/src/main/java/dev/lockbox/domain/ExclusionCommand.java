package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/** What can be asked about an access that no approval covers. */
public sealed interface ExclusionCommand extends Command {
  ExclusionId exclusion();

  @Override
  default TenantId tenant() {
    return exclusion().tenant();
  }

  @Override
  default Optional<RequestId> about() {
    return Optional.empty();
  }

  /** Somebody of the provider says so. An emergency waits for a second person. */
  record ReportExclusion(ExclusionId exclusion, Attempt by, ExclusionReport report)
      implements ExclusionCommand {
    public ReportExclusion {
      Reasons.mustBeTheirs(by, Optional.of(report.evidence()));
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /** The second person of a break-glass. */
  record ConfirmBreakGlass(ExclusionId exclusion, Attempt by) implements ExclusionCommand {
    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /** Somebody of the customer has taken note. */
  record AcknowledgeExclusion(ExclusionId exclusion, Attempt by, Optional<PersonalText> reason)
      implements ExclusionCommand {
    public AcknowledgeExclusion {
      Reasons.mustBeTheirs(by, reason);
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /** An alarm: something should have been said of it by now. */
  record EnforceExclusion(ExclusionId exclusion) implements ExclusionCommand {
    @Override
    public Optional<Attempt> attempt() {
      return Optional.empty();
    }
  }
}
