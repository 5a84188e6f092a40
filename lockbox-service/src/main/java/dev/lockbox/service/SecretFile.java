package dev.lockbox.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;

/** A file with a secret in it. What is wrong with one is told without its content. */
public final class SecretFile {
  /** Many times what a key takes. */
  private static final int BYTES_MAX = 8 * 1024;

  private static final EnumSet<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private static final int KEY_BYTES = 32;

  private SecretFile() {}

  /**
   * A key of 32 random bytes, which stand there in base64.
   *
   * @throws IllegalArgumentException when it holds none, or not only its owner may read it
   */
  public static byte[] key(Path file) {
    requireOwnerOnly(file);
    var key = decoded(file);
    Require.that(key.length == KEY_BYTES, "%s must hold %s bytes in base64", file, KEY_BYTES);
    return key;
  }

  private static byte[] decoded(Path file) {
    try {
      return Base64.getDecoder().decode(read(file).strip());
    } catch (IllegalArgumentException garbled) {
      return new byte[0];
    }
  }

  /**
   * All of it, which is text of ASCII.
   *
   * @throws IllegalArgumentException when it is larger than any secret
   */
  public static String read(Path file) {
    try {
      Require.that(
          Files.size(file) <= BYTES_MAX, "%s must hold a key, and is far larger than one", file);
      return Files.readString(file, US_ASCII);
    } catch (IOException unread) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), unread);
    }
  }

  /**
   * @throws IllegalArgumentException when anybody but its owner may do anything with the file
   */
  public static void requireOwnerOnly(Path file) {
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Require.that(
            OWNERS.containsAll(Files.getPosixFilePermissions(file)),
            "%s must be readable by its owner alone (mode 0600 or less)",
            file);
      }
    } catch (IOException unread) {
      throw new UncheckedIOException("%s cannot be looked at".formatted(file), unread);
    }
  }
}
