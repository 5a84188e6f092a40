package dev.lockbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;

/** Results worth keeping, a file per day; the runs of a day stand one after the other. */
final class Records {
  private static final Path MODULE = Path.of("lockbox-bench");

  private Records() {}

  /** Called where the project lies. */
  static void keep(LocalDate day, List<String> lines) throws IOException {
    if (!Files.isDirectory(MODULE)) {
      throw new IOException("there is no %s here to keep results in".formatted(MODULE));
    }
    var file = Files.createDirectories(MODULE.resolve("results")).resolve(day + ".jsonl");
    Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
