package dev.lockbox.domain.signature;

import java.util.Arrays;
import java.util.Base64;

/**
 * Bytes, as text that compares and travels.
 *
 * @param base64Url without padding, and in the one way in which these bytes are written; at most
 *     {@value #BYTES_MAX} bytes
 */
public record Octets(String base64Url) {
  public static final int BYTES_MAX = 1 << 17;
  private static final int CHARS_MAX = (BYTES_MAX * 4 + 2) / 3;

  public Octets {
    if (base64Url.length() > CHARS_MAX || !isWrittenOneWay(base64Url)) {
      throw new IllegalArgumentException(
          "bytes must be at most %s in base64url without padding, were %s characters"
              .formatted(BYTES_MAX, base64Url.length()));
    }
  }

  public static Octets of(byte... bytes) {
    return new Octets(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  public byte[] bytes() {
    return Base64.getUrlDecoder().decode(base64Url);
  }

  /** Refuses more or fewer than these, both included. */
  Octets within(String name, int min, int max) {
    var length = bytes().length;
    if (length < min || length > max) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s bytes, were %s".formatted(name, min, max, length));
    }
    return this;
  }

  /** A decoder takes padding, and ones among the bits that are left over. */
  private static boolean isWrittenOneWay(String text) {
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text);
    } catch (IllegalArgumentException noBase64Url) {
      return false;
    }
  }

  /** Not all of them: keys and signatures are long, and logs are read by people. */
  @Override
  public String toString() {
    return "%s bytes, %x".formatted(bytes().length, Arrays.hashCode(bytes()));
  }
}
