package dev.lockbox.api.lease;

import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.tag.Tagged;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** The public keys, open to everybody. */
@Controller("/.well-known/jwks.json")
@Tag(name = "Gateways")
class KeysController {
  private final LeaseKeys keys;

  KeysController(LeaseKeys keys) {
    this.keys = keys;
  }

  /**
   * A JWK Set (RFC 7517).
   *
   * @param keys the one that signs first; none where no lease is let
   */
  @Introspected
  @Schema(name = "LeaseKeySet")
  record LeaseKeySet(List<LeaseKey> keys) implements Tagged {}

  /**
   * A public key (RFC 8037).
   *
   * @param kty {@code OKP}
   * @param crv {@code Ed25519}
   * @param x the key itself, base64url
   * @param kid its thumbprint (RFC 7638)
   * @param use {@code sig}
   * @param alg {@code EdDSA}
   */
  @Introspected
  @Schema(name = "LeaseKey")
  record LeaseKey(String kty, String crv, String x, String kid, String use, String alg) {
    static LeaseKey of(OctetKeyPair key) {
      return new LeaseKey(
          key.getKeyType().getValue(),
          key.getCurve().getName(),
          key.getX().toString(),
          key.getKeyID(),
          key.getKeyUse().identifier(),
          key.getAlgorithm().getName());
    }
  }

  @Get
  @Operation(
      operationId = "listLeaseKeys",
      summary = "The public keys of leases",
      description =
          "A gateway fetches them when it is set up, and keeps to those: not with every lease.")
  @Shows
  @OrProblem.ToEverybody
  LeaseKeySet list() {
    return new LeaseKeySet(keys.published().stream().map(LeaseKey::of).toList());
  }
}
