package dev.lockbox.simulator.variant;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.Optional;

/**
 * The product's rules, as they are asked here: every clock is trusted and no grant is frozen, since
 * neither ticks nor quarantined commands' freezing are simulated.
 */
public final class SoundRules {
  private SoundRules() {}

  public static Decision<RequestEvent> decide(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    return Decider.decide(state, command, rules, Moment.at(at));
  }
}
