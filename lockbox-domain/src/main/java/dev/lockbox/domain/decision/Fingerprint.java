package dev.lockbox.domain.decision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of what was asked, to tell a repeated attempt from another one under the same id.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
  private static final int DIGITS = 64;

  public Fingerprint {
    if (!isShaped(hex)) {
      throw new IllegalArgumentException(
          "a fingerprint is 64 hexadecimal digits, was %s characters".formatted(hex.length()));
    }
  }

  /** Each part goes in behind its length, so that no two lists of parts share an encoding. */
  public static Fingerprint of(List<String> parts) {
    var sha256 = sha256();
    for (var part : parts) {
      var bytes = part.getBytes(StandardCharsets.UTF_8);
      sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      sha256.update(bytes);
    }
    return new Fingerprint(HexFormat.of().formatHex(sha256.digest()));
  }

  // No regular expression: one of these is made for every command.
  private static boolean isShaped(String hex) {
    for (var i = 0; i < hex.length(); i++) {
      if (!HexFormat.isHexDigit(hex.charAt(i)) || Character.isUpperCase(hex.charAt(i))) {
        return false;
      }
    }
    return hex.length() == DIGITS;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
