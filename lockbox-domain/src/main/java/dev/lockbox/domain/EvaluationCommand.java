package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import java.util.Optional;

/** What the provider's own approvers may ask of a request. */
public sealed interface EvaluationCommand extends RequestCommand {
  Attempt by();

  @Override
  default Optional<Attempt> attempt() {
    return Optional.of(by());
  }

  /**
   * One of them says yes, so that the customer may be asked.
   *
   * @param ifVersion the version of the request that was read
   */
  record ApproveInternally(
      RequestId request, Attempt by, Optional<PersonalText> reason, long ifVersion)
      implements EvaluationCommand {
    public ApproveInternally {
      Reasons.mustBeTheirs(by, reason);
    }
  }

  /** One of them says no; who said yes before may do so at any time, and it ends access too. */
  record DenyInternally(RequestId request, Attempt by, Optional<PersonalText> reason)
      implements EvaluationCommand {
    public DenyInternally {
      Reasons.mustBeTheirs(by, reason);
    }
  }
}
