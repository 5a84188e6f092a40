package dev.lockbox.events.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.VerifyingKey;
import java.util.Optional;

/**
 * That whoever holds a key published a record; whether it is so is for {@link #isOf}. It travels in
 * the record's header, as the key's id, a full stop, and the signature in base64url without
 * padding.
 */
public record PublicationSignature(KeyId key, Octets signature) {
  /** 64 digits, a full stop, and as many bytes as the longest signature has. */
  private static final int CHARS_MAX = 64 + 1 + Proof.SIGNATURE_BYTES_MAX * 4 / 3;

  private static final char STOP = '.';

  /** What a header says; empty when it says no such thing. */
  public static Optional<PublicationSignature> in(byte[] header) {
    if (header.length > CHARS_MAX) {
      return Optional.empty();
    }
    var text = new String(header, US_ASCII);
    var stop = text.indexOf(STOP);
    try {
      return stop < 0
          ? Optional.empty()
          : Optional.of(
              new PublicationSignature(
                  new KeyId(text.substring(0, stop)), new Octets(text.substring(stop + 1))));
    } catch (IllegalArgumentException garbled) {
      return Optional.empty();
    }
  }

  public byte[] header() {
    return (key.hex() + STOP + signature.base64Url()).getBytes(US_ASCII);
  }

  /** Whether the holder of this key signed exactly that. */
  public boolean isOf(Publication publication, VerifyingKey by) {
    return by.id().equals(key) && by.verifies(publication.signed(), signature);
  }
}
