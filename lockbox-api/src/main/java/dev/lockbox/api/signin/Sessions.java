package dev.lockbox.api.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lockbox.api.security.SignedIn;
import dev.lockbox.api.signin.Seal.Purpose;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The sessions of those who signed in. Each is kept by its browser alone, sealed, so that every
 * instance knows it and none has to remember it. Safe for several threads.
 */
@Singleton
final class Sessions {
  /** How exactly it is noted when one was last heard of. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** Some hundred bytes each. */
  private static final int ENDED_MAX = 100_000;

  private final SigninSettings settings;
  private final Issuers issuers;
  private final Seal seal;
  private final Sealed<Session> sealed;
  private final InstantSource clock;

  /**
   * Those that ended here; a copy of such a cookie, wherever it was kept, is worth nothing here.
   */
  private final Cache<String, Boolean> ended;

  Sessions(SigninSettings settings, Issuers issuers, Seal seal, InstantSource clock) {
    this.settings = settings;
    this.issuers = issuers;
    this.seal = seal;
    this.sealed = new Sealed<>(seal, Purpose.SESSION, Session.class);
    this.clock = clock;
    this.ended =
        Caffeine.newBuilder().maximumSize(ENDED_MAX).expireAfterWrite(settings.longest()).build();
  }

  /** A new one; whatever session the browser had before is forgotten with its cookie. */
  Cookie start(String issuer, SignedIn who) {
    return cookie(Session.of(seal.unguessable(), issuer, who, clock.instant()));
  }

  /** The one that comes with a request, unless it is over. */
  Optional<Session> in(HttpRequest<?> request) {
    var now = clock.instant();
    return Cookies.in(request, Cookies.SESSION)
        .flatMap(sealed::read)
        .filter(session -> isOn(session, now))
        .filter(session -> ended.getIfPresent(session.id()) == null)
        .filter(session -> issuers.speaksFor(session.issuer(), session.customer()));
  }

  /** What the browser is to keep instead, where it has been a while since that was noted. */
  Optional<Cookie> noted(Session session) {
    var now = clock.instant();
    return session.used().plus(NOTED_EVERY).isAfter(now)
        ? Optional.empty()
        : Optional.of(cookie(session.usedAt(now)));
  }

  /** Ends it, on this instance; on others, its cookie is all there is of it. */
  void end(Session session) {
    ended.put(session.id(), true);
  }

  Visitor visitor(Session session) {
    return session.visitor(seal.mark(session.id()));
  }

  private boolean isOn(Session session, Instant now) {
    return session.started().plus(settings.longest()).isAfter(now)
        && session.used().plus(settings.idle()).isAfter(now);
  }

  private Cookie cookie(Session session) {
    return Cookies.session(sealed.write(session));
  }
}
