package dev.lockbox.events.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Keys of services, as PEM. A new one each time. */
public final class Keys {
  private static final int BITS = 256;

  private Keys() {}

  /** Both halves of one of Ed25519. */
  public static String ed25519() {
    return Pem.fresh();
  }

  /** Both halves of one of P-256. */
  public static String p256() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(BITS);
      var pair = generator.generateKeyPair();
      var half = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
      var other = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
      return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(half)
          + "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(other);
    } catch (GeneralSecurityException missing) {
      throw new AssertionError("every Java platform has P-256", missing);
    }
  }

  /** What of it the processor is given. */
  public static String publicHalf(String pem) {
    return pem.substring(pem.indexOf("-----BEGIN PUBLIC KEY-----"));
  }

  /** What of it its service alone has. */
  public static String privateHalf(String pem) {
    return pem.substring(0, pem.indexOf("-----BEGIN PUBLIC KEY-----"));
  }
}
