package dev.lockbox.api.security;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Who a request is of, once that is known. */
public final class Callers {
  private Callers() {}

  /** Empty for what is open to everybody, and for a request without a valid token. */
  public static Optional<Caller> of(HttpRequest<?> request) {
    return request.getAttribute(BearerFilter.CALLER, Caller.class);
  }
}
