package dev.lockbox.local.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file that its owner alone may read, and that is there as a whole or not at all. */
public final class OwnersFile {
  private OwnersFile() {}

  /**
   * The file, made when missing.
   *
   * @param fresh what to write then
   */
  static Path keep(Path file, Supplier<String> fresh) {
    try {
      if (!Files.exists(file)) {
        create(file, fresh.get());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a key in " + file, e);
    }
  }

  /** Writes it; there must be none yet. */
  public static void create(Path file, String content) throws IOException {
    var next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    Files.createFile(next, ownerOnly());
    Files.writeString(next, content, UTF_8);
    Files.move(next, file);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
