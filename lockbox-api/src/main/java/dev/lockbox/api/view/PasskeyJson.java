package dev.lockbox.api.view;

import dev.lockbox.api.json.Needed;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Passkey;
import dev.lockbox.domain.signature.RelyingParty;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What there is to a key that only an authenticator can sign with.
 *
 * @param relyingParty the domain that it signs for
 * @param origin of the page that asks it to, as browsers write it
 * @param credential by which a browser asks for it, base64url without padding
 */
@Introspected
@Schema(name = "Passkey")
public record PasskeyJson(
    @Needed String relyingParty, @Needed String origin, @Needed String credential) {
  static PasskeyJson of(Passkey passkey) {
    return new PasskeyJson(
        passkey.relyingParty().id(),
        passkey.relyingParty().origin(),
        passkey.credential().base64Url());
  }

  /**
   * @throws IllegalArgumentException when there can be none such
   */
  public Passkey toDomain() {
    return new Passkey(new RelyingParty(relyingParty, origin), new Octets(credential));
  }
}
