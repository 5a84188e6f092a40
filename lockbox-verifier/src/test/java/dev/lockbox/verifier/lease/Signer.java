package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.KeySet;
import dev.lockbox.verifier.jose.Malformed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** Somebody with a key of their own, who signs whatever they are handed. */
final class Signer {
  private static final int KEY_BYTES = 32;

  private final KeyPair pair;

  Signer() {
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** The last bytes of an encoded key are the key. */
  private String x() {
    var encoded = pair.getPublic().getEncoded();
    return encode(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
  }

  String id() {
    var canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x());
    try {
      return encode(MessageDigest.getInstance("SHA-256").digest(bytes(canonical)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  KeySet keys() {
    var set =
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"alg\":\"EdDSA\",\"x\":\"%s\",\"kid\":\"%s\"}]}"
            .formatted(x(), id());
    try {
      return KeySet.parse(bytes(set));
    } catch (Malformed impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String header() {
    return "{\"alg\":\"EdDSA\",\"typ\":\"lockbox-lease+jwt\",\"kid\":\"%s\"}".formatted(id());
  }

  String sign(String claims) {
    return sign(header(), claims);
  }

  String sign(String header, String claims) {
    var signed = encode(bytes(header)) + "." + encode(bytes(claims));
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(bytes(signed));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
