package dev.lockbox.local.data;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that seals the cookies of those who sign in: made once for a data directory. */
public final class SigninKey {
  private static final int BYTES = 32;

  private SigninKey() {}

  /** The file, made when missing: random bytes in base64. */
  public static Path keptIn(DataDirectory data) {
    return OwnersFile.keep(data.signinKey(), SigninKey::fresh);
  }

  private static String fresh() {
    var key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
