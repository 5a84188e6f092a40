package dev.lockbox.local.cli;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.local.tenant.TenantLog;
import java.time.Duration;
import java.util.UUID;

/** Commands of people, and what the log says to them. */
final class Verdicts {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private Verdicts() {}

  /** A new one: what was refused yesterday may be asked again today. */
  static Attempt attempt(PersonId by) {
    return new Attempt(by, new DecisionId(UUID.randomUUID().toString()));
  }

  /**
   * Appends the command and waits for the verdict; what it led to, or that what it asks for stands
   * already.
   *
   * @throws Refused when it was refused, or nobody said so in time
   */
  static Recorded accepted(TenantLog log, Command command) throws InterruptedException {
    var verdict =
        log.verdictOn(command, WITHIN)
            .orElseThrow(
                () ->
                    new Refused(
                        "tenant %s: no verdict within %s s; the command stands in the log and will be decided when a processor runs"
                            .formatted(command.tenant(), WITHIN.toSeconds())));
    if (verdict.event() instanceof CommandRefused no && no.refusal() != Refusal.NOTHING_TO_CHANGE) {
      throw new Refused("tenant %s: %s: %s".formatted(no.tenant(), no.refusal(), no.detail()));
    }
    return verdict;
  }

  /** The same on a connection of its own. */
  static Recorded accepted(Connection connection, Command command) throws InterruptedException {
    try (var log = new TenantLog(command.tenant(), connection.kafka(), connection.formats())) {
      return accepted(log, command);
    }
  }
}
