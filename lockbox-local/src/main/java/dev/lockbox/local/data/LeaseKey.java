package dev.lockbox.local.data;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The key that signs leases: made once for a data directory, as an operator makes one elsewhere.
 */
public final class LeaseKey {
  private static final int LINE_CHARS = 64;

  private LeaseKey() {}

  /** The file, made when missing: a private key of Ed25519 (PKCS#8, PEM). */
  public static Path keptIn(DataDirectory data) {
    return OwnersFile.keep(data.leaseKey(), LeaseKey::fresh);
  }

  private static String fresh() {
    try {
      var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
      var lines = Base64.getMimeEncoder(LINE_CHARS, new byte[] {'\n'});
      return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
          .formatted(lines.encodeToString(key.getEncoded()));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", missing);
    }
  }
}
