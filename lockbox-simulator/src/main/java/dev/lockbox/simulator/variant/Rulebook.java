package dev.lockbox.simulator.variant;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.time.Moment;
import java.util.Optional;

/** {@link dev.lockbox.domain.Decider#decide}, or one with a defect. */
@FunctionalInterface
public interface Rulebook {
  Decision<RequestEvent> decide(
      AccessRequest state,
      RequestCommand command,
      Optional<ApprovalRules> rules,
      Asking asking,
      Moment at);
}
