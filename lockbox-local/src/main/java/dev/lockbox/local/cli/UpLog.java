package dev.lockbox.local.cli;

import java.nio.file.Path;

/** Where the log of {@code up} goes. To be called before anybody logs. */
final class UpLog {
  private UpLog() {}

  /** Everything into a file in this directory, and warnings to standard error. */
  static void writeTo(Path directory) {
    System.setProperty("lockbox.logs", directory.toString());
    System.setProperty("logback.configurationFile", "logback-up.xml");
  }
}
