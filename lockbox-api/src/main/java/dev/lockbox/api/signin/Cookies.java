package dev.lockbox.api.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of ours. Their names make browsers see to it that no other host and no page without
 * encryption set them; no script reads them.
 */
final class Cookies {
  /** Sent along only where the visitor was on a page of ours already; see ADR 28. */
  static final String SESSION = "__Host-lockbox";

  /** Sent along when the issuer sends the visitor back, which is from another site. */
  static final String SIGN_IN = "__Host-lockbox-signin";

  /** So it is when the issuer sends back who signed out there. */
  static final String SIGN_OUT = "__Host-lockbox-signout";

  private Cookies() {}

  /** Lasts as long as the browser runs; the session in it may be over sooner. */
  static Cookie session(String sealed) {
    return ours(SESSION, sealed).sameSite(SameSite.Strict);
  }

  static Cookie signIn(String sealed, Duration age) {
    return ours(SIGN_IN, sealed).sameSite(SameSite.Lax).maxAge(age);
  }

  static Cookie signOut(String sealed, Duration age) {
    return ours(SIGN_OUT, sealed).sameSite(SameSite.Lax).maxAge(age);
  }

  /** Takes the place of the cookie of this name, which is gone with it. */
  static Cookie gone(String name) {
    return ours(name, "").sameSite(SameSite.Strict).maxAge(0);
  }

  static Optional<String> in(HttpRequest<?> request, String name) {
    return request.getCookies().findCookie(name).map(Cookie::getValue);
  }

  private static Cookie ours(String name, String value) {
    return Cookie.of(name, value).path("/").secure(true).httpOnly(true);
  }
}
