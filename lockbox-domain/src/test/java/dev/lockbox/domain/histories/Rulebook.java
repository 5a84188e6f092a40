package dev.lockbox.domain.histories;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.Optional;

/** {@link dev.lockbox.domain.Decider#decide}, or one that is broken on purpose. */
@FunctionalInterface
interface Rulebook {
  /** Ours, where nothing stands in the way of a yes. */
  Rulebook OURS =
      (state, command, rules, at) -> Decider.decide(state, command, rules, Moment.at(at));

  Decision<RequestEvent> decide(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at);
}
