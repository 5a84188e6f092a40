package dev.lockbox.local.signing;

import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.VerifyingKey;
import java.util.Optional;

/**
 * What somebody signs to have a key registered. Nothing else is signed there, as with {@link
 * Consented}.
 */
public record Registering(TenantId tenant, DecisionId decision, VerifyingKey key) {
  /** Where the person stands among the texts. */
  private static final int PERSON = 2;

  /**
   * Whether that registers this key with this customer, of whomever the API takes the caller for.
   *
   * @throws IllegalArgumentException when it is no payload at all
   */
  public boolean is(Payload payload) {
    var texts = payload.texts();
    return texts.size() > PERSON && payload.equals(signedAs(new PersonId(texts.get(PERSON))));
  }

  private Payload signedAs(PersonId person) {
    return RegisterApproverKey.payload(
        tenant, new Attempt(person, decision), key, Optional.empty());
  }
}
