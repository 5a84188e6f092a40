package dev.lockbox.simulator.variant;

import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.time.Moment;
import java.util.Optional;

/** {@link dev.lockbox.domain.exclusion.ExclusionDecider#decide}, or one with a defect. */
@FunctionalInterface
public interface ExclusionRulebook {
  Decision<ExclusionEvent> decide(
      Exclusion state, ExclusionCommand command, Optional<Membership> members, Moment at);
}
