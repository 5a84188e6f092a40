package dev.lockbox.api.signin;

import dev.lockbox.api.lease.KeyFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Keys that seal cookies, as an operator would make them. */
public final class SealKey {
  private SealKey() {}

  public static Path ofANewKey() {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    return KeyFile.write(Base64.getEncoder().encodeToString(key) + "\n", "rw-------");
  }
}
