package dev.lockbox.api.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.service.SecretFile;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what browsers keep for us, so that they can neither read nor change it (AES-256-GCM, a
 * fresh nonce of 96 bits each time): any instance with the same key can open it. Each purpose has a
 * key of its own, derived from the one that is set.
 */
@Singleton
final class Seal {
  /** Browsers keep no larger cookie. */
  static final int CHARS_MAX = 4000;

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String HMAC = "HmacSHA256";

  private final SecureRandom random = new SecureRandom();
  private final List<byte[]> keys;

  Seal(SigninSettings settings) {
    this.keys =
        settings.keys().isEmpty()
            ? List.of(drawn())
            : settings.keys().stream().map(SecretFile::key).toList();
  }

  /** What is sealed for one purpose opens for no other. */
  enum Purpose {
    SESSION,
    SIGN_IN,
    SIGN_OUT,
    FORMS
  }

  /** The sealed text, in base64url. */
  String seal(Purpose purpose, byte[] plain) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), purpose, nonce).doFinal(plain);
      var whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
  }

  /** What was sealed for this purpose by one of our keys; empty for anything else. */
  Optional<byte[]> open(Purpose purpose, String sealed) {
    if (sealed.length() > CHARS_MAX) {
      return Optional.empty();
    }
    try {
      var whole = Base64.getUrlDecoder().decode(sealed);
      return keys.stream().flatMap(key -> open(key, purpose, whole).stream()).findFirst();
    } catch (IllegalArgumentException garbled) {
      return Optional.empty();
    }
  }

  /** What nobody without our key can tell of this text. */
  String mark(String text) {
    var mark = hmac(derived(keys.get(0), Purpose.FORMS), text);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
  }

  /** Text that nobody can guess, of 256 bits. */
  String unguessable() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn());
  }

  private static Optional<byte[]> open(byte[] key, Purpose purpose, byte[] whole) {
    if (whole.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    var nonce = Arrays.copyOf(whole, NONCE_BYTES);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, purpose, nonce)
              .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
    } catch (AEADBadTagException changed) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
  }

  private static Cipher cipher(int mode, byte[] key, Purpose purpose, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(derived(key, purpose), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static byte[] derived(byte[] key, Purpose purpose) {
    return hmac(key, "lockbox sign-in " + purpose);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + HMAC, impossible);
    }
  }

  private byte[] drawn() {
    var drawn = new byte[KEY_BYTES];
    random.nextBytes(drawn);
    return drawn;
  }
}
