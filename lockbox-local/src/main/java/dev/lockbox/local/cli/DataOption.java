package dev.lockbox.local.cli;

import dev.lockbox.local.data.DataDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which local lockbox is meant. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory of the local lockbox (default: ./${DEFAULT-VALUE}).",
      defaultValue = DataDirectory.DEFAULT)
  private Path directory;

  DataDirectory directory() {
    return new DataDirectory(directory);
  }
}
