package dev.lockbox.broker;

import java.nio.file.Path;

/** Somebody has this data directory open; two would corrupt it. */
public final class DirectoryInUse extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  DirectoryInUse(Path directory, String holder) {
    super("data directory %s is in use by %s".formatted(directory, holder));
  }
}
