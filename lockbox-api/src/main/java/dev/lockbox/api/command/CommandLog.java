package dev.lockbox.api.command;

import dev.lockbox.events.message.LoggedCommand;
import java.util.concurrent.CompletableFuture;

/** Where commands are written down, for the processor to decide. */
public interface CommandLog {
  /**
   * Completes once every in-sync copy has it. Failed, or not completed, means that nobody knows:
   * the command may be on the log, and may yet be decided.
   *
   * @throws dev.lockbox.events.codec.RegistryUnavailable when nothing was sent
   */
  CompletableFuture<Void> append(LoggedCommand command);
}
