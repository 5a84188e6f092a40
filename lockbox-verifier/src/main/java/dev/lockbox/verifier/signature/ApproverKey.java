package dev.lockbox.verifier.signature;

import java.util.Optional;

/**
 * The public key of one of a customer's people. Which algorithm it signs with is settled here, and
 * not by what it is said to have signed.
 *
 * @param person whose it is, as their tokens name them
 * @param spki the key as a DER SubjectPublicKeyInfo, in the one form that its kind has
 * @param party for whom a passkey signs; empty for other keys
 */
public record ApproverKey(String person, KeyKind kind, byte[] spki, Optional<RelyingParty> party) {
  public ApproverKey {
    spki = spki.clone();
    var isOne =
        switch (kind) {
          case ED25519 -> Ed25519.isForm(spki);
          case PASSKEY, ES256 -> Es256.isForm(spki);
        };
    if (!isOne) {
      throw new IllegalArgumentException(
          "the key of %s must be a SubjectPublicKeyInfo of %s".formatted(person, kind));
    }
    if (party.isPresent() != (kind == KeyKind.PASSKEY)) {
      throw new IllegalArgumentException(
          "a passkey needs a relying party, and no other key has one");
    }
  }

  /** SHA-256 of the key: nobody can put another in its place. */
  public String id() {
    return Sha256.hex(spki);
  }

  /** Whether this key signed exactly that. */
  public boolean signed(byte[] payload, Proof proof) {
    return party
        .map(one -> isAsserted(one, payload, proof))
        .orElseGet(() -> proof.assertion().isEmpty() && verifies(payload, proof.signature()));
  }

  private boolean isAsserted(RelyingParty one, byte[] payload, Proof proof) {
    return proof
        .assertion()
        .filter(said -> said.isOf(payload, one))
        .filter(said -> verifies(said.signed(), proof.signature()))
        .isPresent();
  }

  private boolean verifies(byte[] signed, byte[] signature) {
    return switch (kind) {
      case ED25519 -> Ed25519.verifies(spki, signed, signature);
      case PASSKEY, ES256 -> Es256.verifies(spki, signed, signature);
    };
  }
}
