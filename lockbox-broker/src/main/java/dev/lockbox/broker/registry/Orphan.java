package dev.lockbox.broker.registry;

import dev.lockbox.broker.registry.RegistryNote.Noted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A registry process that outlived its parent, say because it was paused when the parent ended. */
record Orphan(ProcessHandle process) {

  /** Start instants are told from the boot time, which moves a little when the clock is set. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  private static final long END_SECONDS_MAX = 10;

  /**
   * The process of a note, if it still runs and is the noted one; the directory is ours by lock.
   */
  static Optional<Orphan> of(Noted noted) {
    return ProcessHandle.of(noted.pid())
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedAt(process, noted.started()) && isRegistry(process))
        .map(Orphan::new);
  }

  /** Kills it and returns when it is gone, so that its port is free. */
  void end() {
    process.destroyForcibly();
    try {
      process.onExit().get(END_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new RegistryFailed(
          "the schema registry left by an earlier run, process %d, cannot be ended"
              .formatted(process.pid()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryFailed("interrupted while ending process " + process.pid(), e);
    }
  }

  private static boolean startedAt(ProcessHandle process, Instant noted) {
    return process
        .info()
        .startInstant()
        .map(started -> Duration.between(started, noted).abs().compareTo(START_TOLERANCE) <= 0)
        .orElse(false);
  }

  /** Where the system does not show command lines, the start instant has to do. */
  private static boolean isRegistry(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .map(line -> line.contains(RegistryChild.class.getName()))
        .orElse(true);
  }
}
