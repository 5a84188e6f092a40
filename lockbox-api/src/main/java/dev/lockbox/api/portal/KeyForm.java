package dev.lockbox.api.portal;

import dev.lockbox.api.command.KeyBody;
import dev.lockbox.api.command.ProofJson;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.PasskeyJson;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.KeyKind;
import java.util.Optional;

/**
 * Reads what a passkey said in a form of ours. Every method throws {@link ProblemException}
 * INVALID_REQUEST for what no form of ours sends.
 */
final class KeyForm {
  private KeyForm() {}

  static KeyBody.Registration registration(Form form) {
    var proof = proof(form).orElseThrow(KeyForm::noPasskey);
    return new KeyBody.Registration(
        form.one("decisionId"),
        KeyKind.PASSKEY,
        form.one("spki"),
        new PasskeyJson(form.one("relyingParty"), form.one("origin"), form.one("credential")),
        proof);
  }

  /** Empty where nothing was signed, which the processor may ask for. */
  static Optional<ProofJson> proof(Form form) {
    return form.has("signature") && form.text("signature").isPresent()
        ? Optional.of(
            new ProofJson(
                form.one("key"),
                form.one("signature"),
                form.one("authenticatorData"),
                form.one("clientData")))
        : Optional.empty();
  }

  static Attempt by(Visitor visitor, Form form) {
    try {
      return new Attempt(visitor.caller().person(), new DecisionId(form.one("decisionId")));
    } catch (IllegalArgumentException noId) {
      throw Form.notOurs();
    }
  }

  static KeyId of(Form form) {
    try {
      return new KeyId(form.one("key"));
    } catch (IllegalArgumentException noId) {
      throw Form.notOurs();
    }
  }

  private static ProblemException noPasskey() {
    return new ProblemException(
        Code.INVALID_REQUEST,
        "No passkey was made, so nothing was registered. It takes a browser that lets this page"
            + " run its scripts.");
  }
}
