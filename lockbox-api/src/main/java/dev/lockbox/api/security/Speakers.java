package dev.lockbox.api.security;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/**
 * Whether a caller's issuer speaks for their customer now, as the log says; asked for with each
 * request, so that whom the log names no more is nobody at once, on whichever instance. A request
 * that another instance will answer is looked at there, and is not worth asking it twice.
 */
@Singleton
public final class Speakers {
  private static final String SPOKEN_FOR = "lockbox.spoken-for";

  private final Registry registry;

  public Speakers(Registry registry) {
    this.registry = registry;
  }

  /**
   * Throws what {@link Registry#find} throws where nobody can tell, and so lets nobody in.
   *
   * @param caller as their issuer has it
   */
  public boolean speakFor(Caller caller) {
    return caller.speaker().speaksFor(registry.find(caller.tenant()));
  }

  /** Whether it can be told without asking another instance. */
  public boolean tellAtOnce(Caller caller) {
    return registry.isHere(caller.tenant());
  }

  /** The same as {@link #speakFor(Caller)}, found out once with each request. */
  public boolean speakFor(Caller caller, HttpRequest<?> request) {
    if (request.getAttribute(SPOKEN_FOR).isEmpty() && speakFor(caller)) {
      request.setAttribute(SPOKEN_FOR, true);
    }
    return request.getAttribute(SPOKEN_FOR).isPresent();
  }
}
