package dev.lockbox.domain;

import static dev.lockbox.domain.Refusals.keyUnknown;
import static dev.lockbox.domain.Refusals.signatureInvalid;
import static dev.lockbox.domain.Refusals.signatureRequired;

import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a yes is signed where it must be, by a key that is its approver's at this position of the
 * log. A no is never asked for a signature.
 *
 * @param at the earliest that it may be
 */
record Signing(Pending pending, Approve yes, ApprovalRules rules, Instant at) {
  /** What speaks against the yes; of a signature that is there, whatever the rules ask for. */
  Optional<Refused<RequestEvent>> objection() {
    return yes.proof().isPresent() ? yes.proof().flatMap(this::against) : unsigned();
  }

  private Optional<Refused<RequestEvent>> unsigned() {
    var person = yes.by().actor();
    return rules.settings().policy().signatures().isAskedOf(person, rules.keys(), at)
        ? Optional.of(signatureRequired(yes.request(), person))
        : Optional.empty();
  }

  private Optional<Refused<RequestEvent>> against(Proof proof) {
    var person = yes.by().actor();
    var key = rules.keys().holding(proof.key(), person, at);
    if (key.isEmpty()) {
      return Optional.of(keyUnknown(yes.request(), person, proof.key()));
    }
    return key.get().signed(payload(proof), proof)
        ? Optional.empty()
        : Optional.of(signatureInvalid(yes.request(), person, proof.key()));
  }

  /** Before the yes that it is of; empty when that is not signed. */
  Optional<RequestEvent> happened() {
    return yes.proof()
        .map(
            proof -> new DecisionSigned(yes.request(), at, Decider.by(yes), payload(proof), proof));
  }

  private Payload payload(Proof proof) {
    var digest = RequestDigest.of(yes.request(), pending.opening(), pending.terms());
    return DecisionPayload.of(yes, digest, proof.key());
  }
}
