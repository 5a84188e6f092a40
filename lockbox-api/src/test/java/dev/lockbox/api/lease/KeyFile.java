package dev.lockbox.api.lease;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Keys in files, as an operator would make them. */
public final class KeyFile {
  private KeyFile() {}

  /** A private key of Ed25519 that only its owner may read. */
  public static Path ofANewKey() {
    return write("PRIVATE KEY", pair("Ed25519").getPrivate(), "rw-------");
  }

  static KeyPair pair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static Path write(String kind, Key key, String mode) {
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return write("-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, base64), mode);
  }

  /** A file that holds this, and that these may read. */
  public static Path write(String text, String mode) {
    try {
      var file = Files.createTempFile(Files.createDirectories(Path.of("target")), "key", ".pem");
      file.toFile().deleteOnExit();
      Files.writeString(file, text, US_ASCII);
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
