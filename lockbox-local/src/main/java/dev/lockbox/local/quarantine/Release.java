package dev.lockbox.local.quarantine;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;
import java.util.UUID;

/** Asks that a record in quarantine freeze a tenant's grants no more, and says what came of it. */
public final class Release {
  private final PersonId operator;
  private final PersonalText reason;
  private final Log log;

  /** The command log, as one who waits for verdicts sees it. */
  @FunctionalInterface
  public interface Log {
    /** Appends the command and waits; empty when no verdict came in time. */
    Optional<Recorded> verdictOn(ReleaseGrants command) throws InterruptedException;
  }

  /** What came of it for one tenant. */
  public sealed interface Outcome {
    record Released(Recorded entry) implements Outcome {}

    record Refused(CommandRefused why) implements Outcome {}

    /** The command stands in the log, and will be decided when a processor runs. */
    record Undecided() implements Outcome {}
  }

  /**
   * @param operator whom the record names as the one who asked
   * @param reason how what the record may have said was settled, in their words
   */
  public Release(PersonId operator, String reason, Log log) {
    this.operator = operator;
    this.reason = new PersonalText(operator, reason);
    this.log = log;
  }

  public Outcome of(TenantId tenant, QuarantineId quarantine) throws InterruptedException {
    var by = new Attempt(operator, new DecisionId(UUID.randomUUID().toString()));
    return log.verdictOn(new ReleaseGrants(tenant, by, quarantine, reason))
        .map(Release::outcome)
        .orElseGet(Outcome.Undecided::new);
  }

  private static Outcome outcome(Recorded entry) {
    return switch (entry.event()) {
      case GrantsReleased released -> new Outcome.Released(entry);
      case CommandRefused refused -> new Outcome.Refused(refused);
      default -> throw new IllegalStateException("a release cannot lead to " + entry.event());
    };
  }
}
