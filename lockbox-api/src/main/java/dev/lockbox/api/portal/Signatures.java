package dev.lockbox.api.portal;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.Passkey;
import dev.lockbox.domain.tenant.Tenant.Registered;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a yes of the reader's is signed, and what a browser can sign it with. What the page makes
 * of it helps nobody to a yes: the processor looks for itself.
 *
 * @param isAsked whether the customer's rules ask them to
 * @param passkeys theirs that hold now
 */
public record Signatures(boolean isAsked, List<Held> passkeys) {
  public Signatures {
    passkeys = List.copyOf(passkeys);
  }

  /**
   * A passkey of the reader's.
   *
   * @param key its id
   * @param credential by which a browser asks for it, base64url without padding
   * @param relyingParty the domain that it signs for
   * @param origin of the page that it was made on
   */
  public record Held(String key, String credential, String relyingParty, String origin) {
    private static Held of(ApproverKey key, Passkey passkey) {
      return new Held(
          key.id().hex(),
          passkey.credential().base64Url(),
          passkey.relyingParty().id(),
          passkey.relyingParty().origin());
    }
  }

  static Signatures of(Registered customer, PersonId person, Instant at) {
    var rules = customer.settings().policy().signatures();
    return new Signatures(
        rules.isAskedOf(person, customer.keys(), at),
        customer.keys().byId().values().stream()
            .filter(key -> key.person().equals(person) && key.holdsAt(at))
            .flatMap(Signatures::held)
            .toList());
  }

  private static Stream<Held> held(ApproverKey key) {
    return key.passkey().map(passkey -> Held.of(key, passkey)).stream();
  }

  /** Whether the page can have a yes signed. */
  public boolean isPossible() {
    return isAsked && !passkeys.isEmpty();
  }
}
