package dev.lockbox.api.signin;

import dev.lockbox.api.signin.Seal.Purpose;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing out at the issuer too (OpenID Connect RP-Initiated Logout 1.0), of somebody who is signed
 * out here already. The issuer knows us by our client id: no ID token is kept to show to it, so it
 * may ask whether that is meant.
 */
@Singleton
final class SignOut {
  private static final Logger LOG = LoggerFactory.getLogger(SignOut.class);

  /** Long enough to answer the issuer. */
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final SigninSettings settings;
  private final Issuers issuers;
  private final Seal seal;
  private final Sealed<Leaving> sealed;
  private final InstantSource clock;

  SignOut(SigninSettings settings, Issuers issuers, Seal seal, InstantSource clock) {
    this.settings = settings;
    this.issuers = issuers;
    this.seal = seal;
    this.sealed = new Sealed<>(seal, Purpose.SIGN_OUT, Leaving.class);
    this.clock = clock;
  }

  /**
   * Where to go next, and what the browser keeps meanwhile.
   *
   * @param issuer the page of the issuer's at which people sign out
   */
  record Onward(URI issuer, Cookie kept) {}

  /** Empty where the issuer has no such page, or does not say where in a way that is believed. */
  Optional<Onward> begin(Session session) {
    return issuers.named(session.issuer()).flatMap(this::begin);
  }

  private Optional<Onward> begin(OpenIdIssuer issuer) {
    var leaving =
        new Leaving(
            issuer.name(), seal.unguessable(), clock.instant().plus(WITHIN).getEpochSecond());
    var back = URI.create(settings.origin() + SigninController.LEFT);
    try {
      return issuer
          .leave(back, leaving.state())
          .map(to -> new Onward(to, Cookies.signOut(sealed.write(leaving), WITHIN)));
    } catch (IOException | IllegalArgumentException failed) {
      LOG.warn("Nobody is led to sign out at {}: {}", issuer.issuer(), failed.getMessage());
      return Optional.empty();
    }
  }

  /**
   * The issuer at which somebody signed out who comes back from there; empty for whoever was not
   * led there from here.
   *
   * @param kept the cookie's value; empty where the browser has none
   * @param said the query with which the issuer sent the browser back
   */
  Optional<OpenIdIssuer> finish(Optional<String> kept, Map<String, List<String>> said) {
    return kept.flatMap(sealed::read)
        .filter(leaving -> !leaving.isOver(clock.instant()))
        .filter(leaving -> List.of(leaving.state()).equals(said.get("state")))
        .flatMap(leaving -> issuers.named(leaving.issuer()));
  }
}
