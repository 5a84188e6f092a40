package dev.lockbox.api.command;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.events.message.LoggedCommand;
import java.util.concurrent.CompletableFuture;

/** What the processor says, as it says it. */
interface Verdicts {
  /**
   * Waits for the verdict on a command. To be called before the command is appended, or the verdict
   * may pass unheard; whoever waits must also stop.
   *
   * @param attempt who asks, and the fingerprint of what
   * @throws dev.lockbox.api.problem.ProblemException TOO_MANY_WAITING
   */
  Waiting await(LoggedCommand command, Provenance attempt);

  /** Tells whoever waits for it. */
  void heard(Recorded recorded);

  /**
   * @param verdict completes when it is heard; never fails
   * @param stop makes room for others; a second call does nothing
   */
  record Waiting(CompletableFuture<Recorded> verdict, Runnable stop) {}
}
