package dev.lockbox.api.signin;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Whether somebody who opened what lasts for a while is signed in all the time. */
@Singleton
public final class Presence {
  private final Sessions sessions;

  Presence(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * To be run now and then, as long as what was opened with this request stays open. Throws {@link
   * ProblemException} UNAUTHENTICATED once the session that came with it is over, or nobody knows.
   */
  public Runnable of(HttpRequest<?> request) {
    var kept = Cookies.in(request, Cookies.SESSION);
    return () -> {
      if (!sessions.areKnown() || kept.flatMap(sessions::in).isEmpty()) {
        throw new ProblemException(Code.UNAUTHENTICATED, "Nobody is signed in here any more.");
      }
    };
  }
}
