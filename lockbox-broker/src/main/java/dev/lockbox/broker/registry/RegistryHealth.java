package dev.lockbox.broker.registry;

import java.time.Duration;

/**
 * How the registry's process is doing. {@code Starting → Running → (Restarting → Starting →
 * Running)* → Failed | Stopped}; the last two are final.
 */
public sealed interface RegistryHealth {

  /** The process runs, but does not answer yet. */
  record Starting() implements RegistryHealth {}

  record Running(long pid) implements RegistryHealth {}

  /**
   * The process ended alone, or never answered; another will be started after a pause.
   *
   * @param restart counts from 1 since the registry last ran for long enough
   */
  record Restarting(int restart, Duration pause, String why) implements RegistryHealth {}

  /** Restarted too often; nobody will try again. */
  record Failed(String why) implements RegistryHealth {}

  /** Closed by its owner. */
  record Stopped() implements RegistryHealth {}
}
