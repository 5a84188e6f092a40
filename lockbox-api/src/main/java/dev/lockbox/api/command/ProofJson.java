package dev.lockbox.api.command;

import dev.lockbox.domain.signature.Assertion;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Proof;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a key signed; bytes are in base64url without padding.
 *
 * @param key its id
 * @param signature 64 bytes of Ed25519, or DER of ECDSA
 * @param authenticatorData what the authenticator said; null for a key that is not in one
 * @param clientData what the browser said; null for a key that is not in an authenticator
 */
@Schema(name = "Signature")
public record ProofJson(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String key,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String signature,
    @Nullable String authenticatorData,
    @Nullable String clientData) {

  /**
   * @throws IllegalArgumentException when there can be none such
   */
  Proof toDomain() {
    return new Proof(new KeyId(key), new Octets(signature), assertion());
  }

  private Optional<Assertion> assertion() {
    if (authenticatorData == null && clientData == null) {
      return Optional.empty();
    }
    if (authenticatorData == null || clientData == null) {
      throw new IllegalArgumentException("authenticatorData and clientData come together");
    }
    return Optional.of(new Assertion(new Octets(authenticatorData), new Octets(clientData)));
  }
}
