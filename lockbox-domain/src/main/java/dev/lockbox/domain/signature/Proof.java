package dev.lockbox.domain.signature;

import java.util.Optional;

/**
 * That whoever holds a key signed something; whether it is so is for {@link ApproverKey#signed}.
 *
 * @param signature 64 bytes of Ed25519, or DER of ECDSA; at most {@value #SIGNATURE_BYTES_MAX}
 * @param assertion what an authenticator signed in place of the payload; empty for other keys
 */
public record Proof(KeyId key, Octets signature, Optional<Assertion> assertion) {
  public static final int SIGNATURE_BYTES_MAX = 72;

  public Proof {
    signature.within("signature", 1, SIGNATURE_BYTES_MAX);
  }
}
