package dev.lockbox.domain.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What an authenticator, and the browser before it, say of the moment of signing.
 *
 * @param authenticatorData for whom it signs and how sure it is of its user; {@value
 *     #AUTHENTICATOR_BYTES_MIN} to {@value #AUTHENTICATOR_BYTES_MAX} bytes
 * @param clientData for whom the browser asked, and to sign what; JSON as browsers write it, at
 *     most {@value #CLIENT_BYTES_MAX} bytes
 */
public record Assertion(Octets authenticatorData, Octets clientData) {
  static final int AUTHENTICATOR_BYTES_MIN = 37;
  public static final int AUTHENTICATOR_BYTES_MAX = 1024;
  public static final int CLIENT_BYTES_MAX = 4096;

  private static final int HASH_BYTES = 32;

  /** Somebody was there, and it was the one whose authenticator it is. */
  private static final int USER_PRESENT_AND_VERIFIED = 0x05;

  public Assertion {
    authenticatorData.within("authenticatorData", AUTHENTICATOR_BYTES_MIN, AUTHENTICATOR_BYTES_MAX);
    clientData.within("clientData", 1, CLIENT_BYTES_MAX);
  }

  /** Whether somebody was asked to sign this, for that one, and the authenticator knew them. */
  boolean isOf(Payload payload, RelyingParty party) {
    return isFor(party) && isAskedBy(party, payload);
  }

  private boolean isFor(RelyingParty party) {
    var data = authenticatorData.bytes();
    var hash = Sha256.of(party.id().getBytes(StandardCharsets.UTF_8));
    return Arrays.equals(hash, Arrays.copyOf(data, HASH_BYTES))
        && (data[HASH_BYTES] & USER_PRESENT_AND_VERIFIED) == USER_PRESENT_AND_VERIFIED;
  }

  /**
   * Compared, not parsed: browsers write what matters first, in this order and in this way, so that
   * it can be. A page inside another's page is none of ours. Source: Web Authentication, limited
   * verification algorithm.
   */
  private boolean isAskedBy(RelyingParty party, Payload payload) {
    var expected =
        "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false"
            .formatted(payload.challenge().base64Url(), party.origin());
    var said = new String(clientData.bytes(), StandardCharsets.UTF_8);
    if (!said.startsWith(expected)) {
      return false;
    }
    var rest = said.substring(expected.length());
    return rest.equals("}") || rest.startsWith(",\"") && rest.endsWith("}");
  }

  /** What the authenticator put its signature to. */
  byte[] signed() {
    var data = authenticatorData.bytes();
    return ByteBuffer.allocate(data.length + HASH_BYTES)
        .put(data)
        .put(Sha256.of(clientData.bytes()))
        .array();
  }
}
