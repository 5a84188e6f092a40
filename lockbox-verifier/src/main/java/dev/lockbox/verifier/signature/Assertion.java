package dev.lockbox.verifier.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * What an authenticator, and the browser before it, say of the moment of signing.
 *
 * @param authenticatorData for whom it signs and how sure it is of its user
 * @param clientData for whom the browser asked, and to sign what; JSON as browsers write it
 */
public record Assertion(byte[] authenticatorData, byte[] clientData) {
  private static final int AUTHENTICATOR_BYTES_MIN = 37;
  private static final int AUTHENTICATOR_BYTES_MAX = 1024;
  private static final int CLIENT_BYTES_MAX = 4096;
  private static final int HASH_BYTES = 32;

  /** Somebody was there, and it was the one whose authenticator it is. */
  private static final int USER_PRESENT_AND_VERIFIED = 0x05;

  public Assertion {
    authenticatorData = authenticatorData.clone();
    clientData = clientData.clone();
  }

  /** Whether somebody was asked to sign this, for that one, and the authenticator knew them. */
  boolean isOf(byte[] payload, RelyingParty party) {
    return isWithinBounds() && isFor(party) && isAskedBy(party, payload);
  }

  private boolean isWithinBounds() {
    return authenticatorData.length >= AUTHENTICATOR_BYTES_MIN
        && authenticatorData.length <= AUTHENTICATOR_BYTES_MAX
        && clientData.length >= 1
        && clientData.length <= CLIENT_BYTES_MAX;
  }

  private boolean isFor(RelyingParty party) {
    var hash = Sha256.of(party.id().getBytes(StandardCharsets.UTF_8));
    return Arrays.equals(hash, Arrays.copyOf(authenticatorData, HASH_BYTES))
        && (authenticatorData[HASH_BYTES] & USER_PRESENT_AND_VERIFIED) == USER_PRESENT_AND_VERIFIED;
  }

  /**
   * Compared, not parsed: browsers write what matters first, in this order and in this way, so that
   * it can be. A page inside another's page is none of the customer's. Source: Web Authentication,
   * limited verification algorithm.
   */
  private boolean isAskedBy(RelyingParty party, byte[] payload) {
    var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(payload));
    var expected =
        "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false"
            .formatted(challenge, party.origin());
    var said = new String(clientData, StandardCharsets.UTF_8);
    if (!said.startsWith(expected)) {
      return false;
    }
    var rest = said.substring(expected.length());
    return rest.equals("}") || rest.startsWith(",\"") && rest.endsWith("}");
  }

  /** What the authenticator put its signature to. */
  byte[] signed() {
    return ByteBuffer.allocate(authenticatorData.length + HASH_BYTES)
        .put(authenticatorData)
        .put(Sha256.of(clientData))
        .array();
  }
}
