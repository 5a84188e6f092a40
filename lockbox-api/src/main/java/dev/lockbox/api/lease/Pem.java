package dev.lockbox.api.lease;

import dev.lockbox.service.Require;
import dev.lockbox.service.SecretFile;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;

/** Keys in files, as OpenSSL writes them. What is wrong with one is told without its content. */
final class Pem {
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
    var found = one.matcher(SecretFile.read(file));
    Require.that(found.matches(), "%s must hold one %s in PEM, and nothing else", file, kind);
    return Base64.getMimeDecoder().decode(found.group(1));
  }
}
