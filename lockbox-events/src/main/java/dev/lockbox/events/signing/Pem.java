package dev.lockbox.events.signing;

import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.VerifyingKey;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Keys as PEM, which is how files and settings hold them. */
public final class Pem {
  static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final String BEGIN = "-----BEGIN ";
  private static final int ES256_BYTES_LEAST = 64;
  private static final int LINE_CHARS = 64;

  private Pem() {}

  /**
   * Both halves of a new key of Ed25519: the private one (PKCS#8), and the public one behind it.
   */
  public static String fresh() {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return written(PRIVATE, pair.getPrivate().getEncoded())
          + written(PUBLIC, pair.getPublic().getEncoded());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", missing);
    }
  }

  /** A public key, as it is handed over. */
  public static String of(VerifyingKey key) {
    return written(PUBLIC, key.spki().bytes());
  }

  private static String written(String name, byte[] der) {
    var lines = Base64.getMimeEncoder(LINE_CHARS, new byte[] {'\n'});
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(name, lines.encodeToString(der), name);
  }

  /** Whether the text holds a key, and is not the name of something that does. */
  public static boolean isPem(String text) {
    return text.strip().startsWith(BEGIN);
  }

  /** Whether there is a half that nobody else should have. */
  public static boolean holdsPrivateHalf(String text) {
    return text.contains(PRIVATE);
  }

  /**
   * The one public key in it: a SubjectPublicKeyInfo of Ed25519 or of P-256.
   *
   * @throws IllegalArgumentException when there is none, or more than one
   */
  public static VerifyingKey publicKey(String text) {
    var spki = Octets.of(block(PUBLIC, text));
    var kind = spki.bytes().length < ES256_BYTES_LEAST ? KeyKind.ED25519 : KeyKind.ES256;
    return new VerifyingKey(kind, spki);
  }

  /**
   * What stands between the lines of that name.
   *
   * @throws IllegalArgumentException when it stands there never, or more than once
   */
  static byte[] block(String name, String text) {
    var found =
        Pattern.compile(
                "-----BEGIN %s-----([A-Za-z0-9+/=\\s]+)-----END %s-----".formatted(name, name))
            .matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("there is no %s in it".formatted(name));
    }
    var bytes = Base64.getMimeDecoder().decode(found.group(1));
    if (found.find()) {
      throw new IllegalArgumentException("there is more than one %s in it".formatted(name));
    }
    return bytes;
  }
}
