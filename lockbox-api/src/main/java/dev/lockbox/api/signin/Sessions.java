package dev.lockbox.api.signin;

import dev.lockbox.api.security.SignedIn;
import dev.lockbox.api.signin.Seal.Purpose;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of those who signed in. Each is kept by its browser alone, sealed, so that every
 * instance knows it and none has to remember it. Safe for several threads.
 */
@Singleton
final class Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** How exactly it is noted when one was last heard of. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** So long somebody waits to be told that they are signed out everywhere. */
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(5);

  private final SigninSettings settings;
  private final Issuers issuers;
  private final Seal seal;
  private final Sealed<Session> sealed;
  private final SignOuts ended;
  private final InstantSource clock;

  Sessions(
      SigninSettings settings, Issuers issuers, Seal seal, SignOuts ended, InstantSource clock) {
    this.settings = settings;
    this.issuers = issuers;
    this.seal = seal;
    this.sealed = new Sealed<>(seal, Purpose.SESSION, Session.class);
    this.ended = ended;
    this.clock = clock;
  }

  /** A new one; whatever session the browser had before is forgotten with its cookie. */
  Cookie start(String issuer, SignedIn who) {
    return cookie(Session.of(seal.unguessable(), issuer, who, clock.instant()));
  }

  /** Whether it is known which were ended; while it is not, nobody is to be let in by one. */
  boolean areKnown() {
    return ended.areKnown();
  }

  /**
   * The one that comes with a request, unless it is over. Whether its issuer speaks for the
   * customer is for {@link SessionsIssuerFilter}, which asks the log.
   */
  Optional<Session> in(HttpRequest<?> request) {
    return Cookies.in(request, Cookies.SESSION).flatMap(this::in);
  }

  /** The one in such a cookie, unless it is over. */
  Optional<Session> in(String cookie) {
    var now = clock.instant();
    return sealed
        .read(cookie)
        .filter(session -> isOn(session, now))
        .filter(session -> !ended.has(session.digest(), session.endsBy()))
        .filter(session -> issuers.named(session.issuer()).isPresent());
  }

  /** What the browser is to keep instead, where it has been a while since that was noted. */
  Optional<Cookie> noted(Session session) {
    var now = clock.instant();
    return session.used().plus(NOTED_EVERY).isAfter(now)
        ? Optional.empty()
        : Optional.of(cookie(session.usedAt(now)));
  }

  /**
   * Ends it: a copy of its cookie, wherever it was kept, is worth nothing any more.
   *
   * @return whether it is so at every instance; if not, here, and nobody knows of the others
   */
  boolean end(Session session) {
    try {
      ended
          .add(session.digest(), session.endsBy())
          .get(TOLD_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException notWritten) {
      LOG.error("A session ended here, and other instances may not hear of it", notWritten);
      return false;
    }
  }

  Visitor visitor(Session session) {
    return session.visitor(
        seal.mark(session.id()), issuers.speaker(session.issuer(), session.customer()));
  }

  private boolean isOn(Session session, Instant now) {
    return session.started().plus(settings.longest()).isAfter(now)
        && session.used().plus(settings.idle()).isAfter(now);
  }

  private Cookie cookie(Session session) {
    return Cookies.session(sealed.write(session));
  }
}
