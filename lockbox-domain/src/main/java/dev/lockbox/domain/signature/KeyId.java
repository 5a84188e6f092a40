package dev.lockbox.domain.signature;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of a public key: who names a key names those bytes, and none other can be put in their
 * place.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record KeyId(String hex) implements Comparable<KeyId> {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public KeyId {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "the id of a key is 64 hexadecimal digits, was %s characters".formatted(hex.length()));
    }
  }

  static KeyId of(Octets spki) {
    return new KeyId(HexFormat.of().formatHex(Sha256.of(spki.bytes())));
  }

  @Override
  public int compareTo(KeyId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
