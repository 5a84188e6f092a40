package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.Json.Members;
import dev.lockbox.verifier.jose.Json.Nothing;
import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.signature.Assertion;
import dev.lockbox.verifier.signature.Proof;
import java.util.Optional;

/**
 * That an approver signed their yes, as the lockbox says; whether it is so is for {@link Demand}.
 *
 * @param person who
 * @param key by its id
 * @param payload what was signed
 */
public record SignedYes(String person, String key, byte[] payload, Proof proof) {
  public SignedYes {
    payload = payload.clone();
  }

  static SignedYes read(Members told) throws Malformed {
    return new SignedYes(
        told.text("person"),
        told.text("key"),
        told.bytes("payload"),
        new Proof(told.bytes("signature"), assertion(told)));
  }

  /** Both parts of it, or neither. */
  private static Optional<Assertion> assertion(Members told) throws Malformed {
    if (told.get("authenticatorData") instanceof Nothing
        && told.get("clientData") instanceof Nothing) {
      return Optional.empty();
    }
    return Optional.of(new Assertion(told.bytes("authenticatorData"), told.bytes("clientData")));
  }
}
