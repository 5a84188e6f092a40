package dev.lockbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;

/**
 * Results worth keeping, a file per day; the runs of a day stand one after the other.
 *
 * @param directory exists
 */
record Records(Path directory) {
  private static final Path MODULE = Path.of("lockbox-bench");

  /** Found before anything is measured, where the project lies. */
  static Records open() throws IOException {
    if (!Files.isDirectory(MODULE)) {
      throw new IOException("there is no %s here to keep results in".formatted(MODULE));
    }
    return new Records(Files.createDirectories(MODULE.resolve("results")));
  }

  void keep(LocalDate day, List<String> lines) throws IOException {
    Files.write(
        directory.resolve(day + ".jsonl"),
        lines,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
