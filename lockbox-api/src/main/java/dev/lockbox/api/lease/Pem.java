package dev.lockbox.api.lease;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.lockbox.service.Require;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.regex.Pattern;

/** Keys in files, as OpenSSL writes them. What is wrong with one is told without its content. */
final class Pem {
  /** Many times what a key takes. */
  private static final int BYTES_MAX = 8 * 1024;

  private static final EnumSet<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private Pem() {}

  /**
   * The one key of this kind in a file.
   *
   * @param kind as its first line says: {@code PRIVATE KEY}, {@code PUBLIC KEY}
   * @throws IllegalArgumentException when there is none, or something else
   */
  static byte[] read(Path file, String kind) {
    var one =
        Pattern.compile(
            "\\s*-----BEGIN %1$s-----([A-Za-z0-9+/=\\s]+)-----END %1$s-----\\s*".formatted(kind));
    try {
      Require.that(
          Files.size(file) <= BYTES_MAX, "%s must hold a key, and is far larger than one", file);
      var found = one.matcher(Files.readString(file, US_ASCII));
      Require.that(found.matches(), "%s must hold one %s in PEM, and nothing else", file, kind);
      return Base64.getMimeDecoder().decode(found.group(1));
    } catch (IOException unread) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), unread);
    }
  }

  /**
   * @throws IllegalArgumentException when anybody but its owner may do anything with the file
   */
  static void requireOwnerOnly(Path file) {
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
