package dev.lockbox.api.command;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.PasskeyJson;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.VerifyingKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the bodies about keys say. */
public final class KeyBody {
  private KeyBody() {}

  /**
   * A key of the caller's.
   *
   * @param decisionId the caller's own id of this attempt, 1 to 64 characters; it is signed too
   * @param spki the public key as a DER SubjectPublicKeyInfo, base64url without padding
   * @param passkey null for a key that is not in an authenticator
   * @param proof what the key itself signed: {@code lockbox-key-v1}, see docs/signatures.md
   */
  @Schema(name = "KeyRegistration")
  public record Registration(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) KeyKind kind,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String spki,
      @Nullable PasskeyJson passkey,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ProofJson proof) {

    /**
     * @throws ProblemException INVALID_REQUEST for what can be no key, or no signature
     */
    public RegisterApproverKey toDomain(TenantId tenant, PersonId person) {
      var by = new Attempt(person, SettingsBody.id(decisionId));
      try {
        return new RegisterApproverKey(
            tenant,
            by,
            new VerifyingKey(kind, new Octets(spki)),
            Optional.ofNullable(passkey).map(PasskeyJson::toDomain),
            proof.toDomain());
      } catch (IllegalArgumentException noKey) {
        throw DecisionBody.invalid("the key is none: %s".formatted(noKey.getMessage()));
      }
    }
  }

  /**
   * A key that the caller would register, of which they ask what there is to sign.
   *
   * @param decisionId of the attempt by which they will
   * @param spki the public key as a DER SubjectPublicKeyInfo, base64url without padding
   * @param passkey null for a key that is not in an authenticator
   */
  @Schema(name = "KeyDraft")
  record Draft(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) KeyKind kind,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String spki,
      @Nullable PasskeyJson passkey) {

    /**
     * @throws ProblemException INVALID_REQUEST for what can be no key
     */
    Payload payload(TenantId tenant, PersonId person) {
      var by = new Attempt(person, SettingsBody.id(decisionId));
      try {
        return RegisterApproverKey.payload(
            tenant,
            by,
            new VerifyingKey(kind, new Octets(spki)),
            Optional.ofNullable(passkey).map(PasskeyJson::toDomain));
      } catch (IllegalArgumentException noKey) {
        throw DecisionBody.invalid("the key is none: %s".formatted(noKey.getMessage()));
      }
    }
  }

  /**
   * Agreement to a key, or its withdrawal.
   *
   * @param decisionId the caller's own id of this attempt, 1 to 64 characters
   */
  @Schema(name = "KeyDecision")
  record Decision(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId) {}
}
