package dev.lockbox.simulator.variant;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.roles.Directory;
import dev.lockbox.domain.time.Moment;
import java.util.Optional;

/** {@link dev.lockbox.domain.roles.RolesDecider#decide}, or one with a defect. */
@FunctionalInterface
public interface RolesRulebook {
  Decision<RolesEvent> decide(
      Directory directory, RolesCommand command, Optional<Membership> provider, Moment at);
}
