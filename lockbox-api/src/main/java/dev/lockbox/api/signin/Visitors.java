package dev.lockbox.api.signin;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Who looks at a page, or sends a form of it, once that is known. */
public final class Visitors {
  private Visitors() {}

  /** Empty for everybody without a session, and for a form that was none of ours. */
  public static Optional<Visitor> of(HttpRequest<?> request) {
    return request.getAttribute(VisitorBinder.VISITOR, Visitor.class);
  }
}
