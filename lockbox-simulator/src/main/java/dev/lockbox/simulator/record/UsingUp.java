package dev.lockbox.simulator.record;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;

/** How the command is called by which the processor ends what was granted for one use. */
public final class UsingUp {
  /** Every one of them for a request is the same attempt. */
  public static final Attempt ATTEMPT =
      new Attempt(new PersonId("lockbox-processor"), new DecisionId("used"));

  private static final String USED = "used-";

  private UsingUp() {}

  /**
   * @param place among those that the same record used up
   */
  public static CommandId by(int partition, long offset, int place) {
    return new CommandId("%s%s-%s-%s".formatted(USED, partition, offset, place));
  }

  public static boolean isOne(CommandId id) {
    return id.value().startsWith(USED);
  }
}
