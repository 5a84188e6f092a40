package dev.lockbox.api.view;

import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.signature.Assertion;
import dev.lockbox.domain.signature.Octets;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an approver signed and how, for anybody to look at again, see docs/signatures.md; bytes are
 * in base64url without padding.
 *
 * @param key its id
 * @param payload what was signed
 * @param signature 64 bytes of Ed25519, or DER of ECDSA
 * @param authenticatorData what the authenticator said; null for a key that is not in one
 * @param clientData what the browser said; null for a key that is not in an authenticator
 */
@Introspected
@Schema(name = "SignedDecision")
public record SignedJson(
    String key,
    String payload,
    String signature,
    @Nullable String authenticatorData,
    @Nullable String clientData) {
  public static SignedJson of(DecisionSigned signed) {
    var proof = signed.proof();
    var said = proof.assertion();
    return new SignedJson(
        proof.key().hex(),
        signed.payload().octets().base64Url(),
        proof.signature().base64Url(),
        said.map(Assertion::authenticatorData).map(Octets::base64Url).orElse(null),
        said.map(Assertion::clientData).map(Octets::base64Url).orElse(null));
  }
}
