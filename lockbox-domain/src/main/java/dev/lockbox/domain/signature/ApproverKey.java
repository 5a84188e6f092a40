package dev.lockbox.domain.signature;

import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that one of a tenant's people signs with. Registered, it proves nothing yet; that it does
 * begins at an instant, which somebody else must have agreed to.
 *
 * @param person whose it is, and nobody else's
 * @param passkey of an authenticator's key; empty for others
 * @param holdsFrom from this instant on what it signs is taken; empty until a second person agreed
 */
public record ApproverKey(
    PersonId person,
    VerifyingKey key,
    Optional<Passkey> passkey,
    Instant registeredAt,
    Optional<Instant> holdsFrom) {
  public ApproverKey {
    mustBeOfOneKind(key, passkey);
  }

  /** Refuses what is said of a passkey of any other key, and the other way round. */
  public static void mustBeOfOneKind(VerifyingKey key, Optional<Passkey> passkey) {
    if (passkey.isPresent() != (key.kind() == KeyKind.PASSKEY)) {
      throw new IllegalArgumentException(
          "a passkey needs a relying party and a credential, and no other key has them");
    }
  }

  public KeyId id() {
    return key.id();
  }

  /**
   * @param at the earliest that it may be, so that a clock that is ahead makes no key hold
   */
  public boolean holdsAt(Instant at) {
    return holdsFrom.filter(from -> !at.isBefore(from)).isPresent();
  }

  public boolean isAgreedTo() {
    return holdsFrom.isPresent();
  }

  /** Whether this key signed exactly that; whether it holds is another question. */
  public boolean signed(Payload payload, Proof proof) {
    return proof.key().equals(id())
        && passkey
            .map(held -> isAsserted(held, payload, proof))
            .orElseGet(
                () ->
                    proof.assertion().isEmpty()
                        && key.verifies(payload.bytes(), proof.signature()));
  }

  private boolean isAsserted(Passkey held, Payload payload, Proof proof) {
    return proof
        .assertion()
        .filter(said -> said.isOf(payload, held.relyingParty()))
        .filter(said -> key.verifies(said.signed(), proof.signature()))
        .isPresent();
  }

  ApproverKey holdingFrom(Instant from) {
    return new ApproverKey(person, key, passkey, registeredAt, Optional.of(from));
  }
}
