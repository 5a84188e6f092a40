package dev.lockbox.domain.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An authenticator and the browser before it.
 *
 * @param rpId whom it says it signs for
 * @param flags what it says of its user
 * @param clientData what the browser says, where {@code CHALLENGE} stands for what it was asked
 */
record Authenticator(String rpId, int flags, String clientData) {
  static final RelyingParty PORTAL =
      new RelyingParty("lockbox.example", "https://portal.lockbox.example");

  static final int PRESENT_AND_VERIFIED = 0x05;

  /** As browsers write it. */
  static final Authenticator HONEST =
      new Authenticator(
          "lockbox.example",
          PRESENT_AND_VERIFIED,
          "{\"type\":\"webauthn.get\",\"challenge\":\"CHALLENGE\",\"origin\":"
              + "\"https://portal.lockbox.example\",\"crossOrigin\":false}");

  Authenticator signingFor(String other) {
    return new Authenticator(other, flags, clientData);
  }

  Authenticator flagging(int others) {
    return new Authenticator(rpId, others, clientData);
  }

  Authenticator saying(String otherwise) {
    return new Authenticator(rpId, flags, otherwise);
  }

  Assertion asserting(Payload payload) {
    var said = clientData.replace("CHALLENGE", payload.challenge().base64Url());
    var data =
        ByteBuffer.allocate(37)
            .put(Sha256.of(rpId.getBytes(StandardCharsets.UTF_8)))
            .put((byte) flags)
            .putInt(0);
    return new Assertion(Octets.of(data.array()), Octets.of(said.getBytes(StandardCharsets.UTF_8)));
  }
}
