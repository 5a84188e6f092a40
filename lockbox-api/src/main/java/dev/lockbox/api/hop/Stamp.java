package dev.lockbox.api.hop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.api.view.ViewSettings;
import dev.lockbox.service.Require;
import dev.lockbox.service.SecretFile;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By which one instance knows that another has passed a call on: a time, and a code (HMAC-SHA256)
 * of it and of the call, under the key that they share. It says nothing of who calls, and opens
 * nothing to them: who passes a call on passes on what the caller proves themselves by.
 */
@Singleton
final class Stamp {
  static final String HEADER = "Lockbox-Hop";

  /** As far as clocks may be apart, here and on the way. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(30);

  private static final String HMAC = "HmacSHA256";
  private static final Pattern FORM = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

  private final Optional<SecretKeySpec> key;
  private final InstantSource clock;

  Stamp(HopSettings settings, ViewSettings view, InstantSource clock) {
    Require.that(
        settings.keyFile().isPresent() || view.address().isEmpty(),
        "lockbox.hop.key-file must be set where lockbox.view.address is");
    this.key =
        settings.keyFile().map(file -> new SecretKeySpec(SecretFile.key(Path.of(file)), HMAC));
    this.clock = clock;
  }

  /** Whether a request says that it was passed on, truly or not. */
  static boolean isOn(HttpRequest<?> request) {
    return request.getHeaders().contains(HEADER);
  }

  /**
   * For a call that is passed on now.
   *
   * @throws IllegalStateException without a key
   */
  String on(Call call) {
    var at = clock.instant().getEpochSecond();
    var known = key.orElseThrow(() -> new IllegalStateException("no key to pass calls on with"));
    return at + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code(known, at, call));
  }

  /** Whether it is one of ours, on this very call, of just now. */
  boolean isOurs(String stamp, Call call) {
    var parts = FORM.matcher(stamp);
    if (key.isEmpty() || !parts.matches()) {
      return false;
    }
    var at = Long.parseLong(parts.group(1));
    var age = Duration.between(Instant.ofEpochSecond(at), clock.instant()).abs();
    return age.compareTo(GOOD_FOR) <= 0
        && MessageDigest.isEqual(
            code(key.get(), at, call), Base64.getUrlDecoder().decode(parts.group(2)));
  }

  /** Neither a method nor a target holds a line's end, so nothing reads as something else. */
  private static byte[] code(SecretKeySpec key, long at, Call call) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update("%s\n%s\n%s\n".formatted(at, call.method(), call.target()).getBytes(UTF_8));
      return mac.doFinal(call.body());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + HMAC, impossible);
    }
  }
}
