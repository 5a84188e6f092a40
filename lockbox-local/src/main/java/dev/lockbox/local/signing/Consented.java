package dev.lockbox.local.signing;

import dev.lockbox.domain.DecisionPayload;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Payload;
import java.util.Optional;

/**
 * What somebody says yes to at the command line. Nothing else is signed there: whoever serves the
 * API could ask for a signature of something else.
 *
 * @param digest of the request as it is shown
 */
public record Consented(
    RequestId request,
    Fingerprint digest,
    DecisionId decision,
    long version,
    Optional<Narrowing> narrowing) {
  /** Where the person stands among the texts. */
  private static final int PERSON = 7;

  /**
   * Whether that is what is said yes to here, by whomever the API takes the caller for.
   *
   * @throws IllegalArgumentException when it is no payload at all
   */
  public boolean is(Payload payload, KeyId key) {
    var texts = payload.texts();
    return texts.size() > PERSON && payload.equals(signedAs(new PersonId(texts.get(PERSON)), key));
  }

  private Payload signedAs(PersonId person, KeyId key) {
    var by = new Attempt(person, decision);
    var yes = new Approve(request, by, Optional.empty(), version, narrowing);
    return DecisionPayload.of(yes, digest, key);
  }
}
