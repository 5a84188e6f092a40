package dev.lockbox.domain.signature;

/**
 * A public key.
 *
 * @param spki the key as a DER SubjectPublicKeyInfo, in the one form that its kind has: 44 bytes
 *     for Ed25519, 91 for a point of P-256 that is not compressed; so no other algorithm or curve
 *     can be named. Whether there is such a point is looked at with each signature, not each time
 *     that a key is read
 */
public record VerifyingKey(KeyKind kind, Octets spki) {
  public VerifyingKey {
    var isOne =
        switch (kind) {
          case ED25519 -> Ed25519.isForm(spki.bytes());
          case PASSKEY, ES256 -> Es256.isForm(spki.bytes());
        };
    if (!isOne) {
      throw new IllegalArgumentException(
          "the key must be a SubjectPublicKeyInfo of %s, was %s".formatted(kind, spki));
    }
  }

  public KeyId id() {
    return KeyId.of(spki);
  }

  /**
   * Whether this is the key's signature of exactly these bytes; of others it is a no, never more.
   */
  public boolean verifies(byte[] signed, Octets signature) {
    return switch (kind) {
      case ED25519 -> Ed25519.verifies(spki.bytes(), signed, signature.bytes());
      case PASSKEY, ES256 -> Es256.verifies(spki.bytes(), signed, signature.bytes());
    };
  }
}
