package dev.lockbox.api.view;

import dev.lockbox.api.tag.Tagged;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.ApproverKeys;
import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.tenant.Tenant;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which a customer's people sign. Whoever looks at signatures elsewhere keeps to the
 * keys that they know, and does not fetch these with every one.
 *
 * @param version of the customer
 * @param keys that were not withdrawn, in the order of their ids
 */
@Introspected
@Schema(name = "ApproverKeys")
public record ApproverKeysJson(long version, List<ApproverKeyJson> keys) implements Tagged {

  /**
   * A key; bytes are in base64url without padding.
   *
   * @param id SHA-256 of {@code spki}, in hexadecimal
   * @param spki the public key as a DER SubjectPublicKeyInfo
   * @param passkey null for a key that is not in an authenticator
   * @param holdsFrom null while nobody else has agreed to it
   */
  @Introspected
  @Schema(name = "ApproverKey")
  public record ApproverKeyJson(
      String id,
      String person,
      KeyKind kind,
      String spki,
      @Nullable PasskeyJson passkey,
      Instant registeredAt,
      @Nullable Instant holdsFrom) {
    static ApproverKeyJson of(ApproverKey key) {
      return new ApproverKeyJson(
          key.id().hex(),
          key.person().value(),
          key.key().kind(),
          key.key().spki().base64Url(),
          key.passkey().map(PasskeyJson::of).orElse(null),
          key.registeredAt(),
          key.holdsFrom().orElse(null));
    }
  }

  public static ApproverKeysJson of(Tenant.Registered tenant) {
    return new ApproverKeysJson(tenant.version(), shown(tenant.keys()));
  }

  private static List<ApproverKeyJson> shown(ApproverKeys keys) {
    return keys.byId().values().stream().map(ApproverKeyJson::of).toList();
  }
}
