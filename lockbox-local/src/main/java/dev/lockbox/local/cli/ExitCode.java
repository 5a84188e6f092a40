package dev.lockbox.local.cli;

/** What the caller's shell learns. Public: scripts rely on it. */
final class ExitCode {
  static final int OK = 0;

  /** The rules, a server or this machine said no. */
  static final int REFUSED = 1;

  /** The command line makes no sense; picocli's own. */
  static final int USAGE = 2;

  /** There is nobody to ask. */
  static final int NOT_RUNNING = 3;

  private ExitCode() {}
}
