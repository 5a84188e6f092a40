package dev.lockbox.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A broker's directory, locked while open; a temporary one is deleted on closing.
 *
 * @param path absolute, because Kafka's threads and child processes may see another working one
 */
record BrokerDirectory(Path path, DirectoryLock lock, boolean temporary) implements AutoCloseable {

  /** Empty asks for a temporary directory. */
  static BrokerDirectory open(Optional<Path> wanted) {
    var path = wanted.orElseGet(BrokerDirectory::createTemporary).toAbsolutePath().normalize();
    return new BrokerDirectory(path, DirectoryLock.of(path), wanted.isEmpty());
  }

  @Override
  public void close() {
    lock.close();
    if (temporary) {
      delete();
    }
  }

  private static Path createTemporary() {
    try {
      return Files.createTempDirectory("lockbox-broker-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a temporary directory for a broker", e);
    }
  }

  private void delete() {
    try {
      for (var file : deepestFirst()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the temporary directory " + path, e);
    }
  }

  private List<Path> deepestFirst() throws IOException {
    try (var files = Files.walk(path)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
