package dev.lockbox.verifier.signature;

import java.util.Optional;

/**
 * That whoever holds a key signed something; whether it is so is for {@link ApproverKey#signed}.
 *
 * @param signature 64 bytes of Ed25519, or DER of ECDSA
 * @param assertion what an authenticator signed in place of the payload; empty for other keys
 */
public record Proof(byte[] signature, Optional<Assertion> assertion) {
  public Proof {
    signature = signature.clone();
  }
}
