package dev.lockbox.api.command;

import dev.lockbox.domain.signature.Payload;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What there is to sign, see docs/signatures.md; bytes are in base64url without padding.
 *
 * @param payload what is signed
 * @param challenge SHA-256 of it, which a passkey signs in its place
 */
@Introspected
@Schema(name = "SignedPayload")
record PayloadJson(String payload, String challenge) {
  static PayloadJson of(Payload payload) {
    return new PayloadJson(payload.octets().base64Url(), payload.challenge().base64Url());
  }
}
