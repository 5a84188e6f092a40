package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.person;
import static dev.lockbox.audit.ocsf.Draft.done;
import static dev.lockbox.audit.ocsf.EventRecords.tenant;

import dev.lockbox.domain.ApproverKeyEvent;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyConfirmed;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Proof;

/**
 * What becomes of keys and of what they signed: all that is needed to look at a signature again,
 * since a signature that only its keeper can look at proves nothing to anybody else.
 */
final class KeyRecords {
  private KeyRecords() {}

  static Draft draft(ApproverKeyEvent event) {
    return switch (event) {
      case ApproverKeyRegistered registered -> registered(registered);
      case ApproverKeyConfirmed confirmed ->
          tenant(confirmed, "%s agreed to a key of an approver of tenant %s")
              .lockbox(
                  id(confirmed.key())
                      .number("key_holds_from", confirmed.holdsFrom().toEpochMilli()));
      case ApproverKeyWithdrawn withdrawn ->
          tenant(withdrawn, "%s withdrew a key of an approver of tenant %s")
              .lockbox(id(withdrawn.key()));
    };
  }

  private static Draft registered(ApproverKeyRegistered event) {
    return tenant(event, "%s registered a key of theirs with tenant %s")
        .lockbox(
            id(event.key().id())
                .text("key_kind", event.key().kind().name())
                .text("key_spki", event.key().spki().base64Url())
                .text("relying_party", event.passkey().map(one -> one.relyingParty().id()))
                .text("origin", event.passkey().map(one -> one.relyingParty().origin())));
  }

  static Draft draft(SigningEvent event) {
    return switch (event) {
      case DecisionSigned signed -> signed(signed);
    };
  }

  private static Draft signed(DecisionSigned event) {
    var approver = event.by().actor();
    return done(
            person(approver),
            "%s signed the approval that follows: %s".formatted(approver, event.request()))
        .by(event.by())
        .lockbox(proof(event.proof()).text("signed_payload", event.payload().octets().base64Url()));
  }

  private static Fields proof(Proof proof) {
    return id(proof.key())
        .text("signature", proof.signature().base64Url())
        .text(
            "authenticator_data", proof.assertion().map(one -> one.authenticatorData().base64Url()))
        .text("client_data", proof.assertion().map(one -> one.clientData().base64Url()));
  }

  private static Fields id(KeyId key) {
    return new Fields().text("key_id", key.hex());
  }
}
