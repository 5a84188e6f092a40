package dev.lockbox.verifier.jose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/**
 * A compact JWS (RFC 7515) in its parts. That they can be read says nothing about who wrote them.
 *
 * @param signed what the signature is over
 */
public record Jws(Json.Members header, byte[] signed, byte[] payload, byte[] signature) {
  /** More than the largest grant takes, and what its approvers signed. */
  public static final int CHARS_MAX = 256 * 1024;

  private static final int PARTS = 3;

  /**
   * @throws Malformed when it is no compact JWS, or longer than {@value #CHARS_MAX} characters
   */
  public static Jws parse(String compact) throws Malformed {
    if (compact.length() > CHARS_MAX) {
      throw new Malformed("at most %s characters were expected".formatted(CHARS_MAX));
    }
    var parts = compact.split("\\.", -1);
    if (parts.length != PARTS) {
      throw new Malformed("three parts were expected");
    }
    return new Jws(
        Json.object(Base64Url.decode(parts[0])),
        compact.substring(0, compact.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII),
        Base64Url.decode(parts[1]),
        Base64Url.decode(parts[2]));
  }

  /** Whether this key, of Ed25519, signed it. */
  public boolean isSignedBy(PublicKey key) {
    try {
      var verifier = Signature.getInstance(KeySet.ED25519);
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", missing);
    }
  }
}
