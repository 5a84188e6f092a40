package dev.lockbox.verifier.jose;

import java.util.Base64;

/** Bytes as JOSE writes them: base64url without padding, and in no second way. */
final class Base64Url {
  private Base64Url() {}

  static byte[] decode(String text) throws Malformed {
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      if (encode(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new Malformed("base64url was expected");
    }
    throw new Malformed("base64url without padding or stray bits was expected");
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
