package dev.lockbox.simulator.variant;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.session.Others;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.domain.time.Moment;
import java.util.Optional;

/** {@link dev.lockbox.domain.session.SessionDecider#decide}, or one with a defect. */
@FunctionalInterface
public interface SessionRulebook {
  Decision<SessionEvent> decide(
      Sessions state,
      Others others,
      SessionCommand command,
      AccessRequest request,
      Optional<SessionRules> rules,
      Moment at);
}
