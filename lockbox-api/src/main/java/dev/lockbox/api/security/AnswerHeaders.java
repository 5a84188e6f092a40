package dev.lockbox.api.security;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * What every answer tells a browser to keep to. The outermost of all filters, so that no answer of
 * another one goes out without.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AnswerHeaders {
  /** What the API's description may load: its own scripts, styles and pictures, nothing inline. */
  private static final String DOCS =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** What people's pages may do: send forms to us alone, and make no script of any text. */
  private static final String PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'";

  /** Made and asked for by our own pages, and by none that is inside of them. */
  private static final String PASSKEYS =
      "publickey-credentials-get=(self), publickey-credentials-create=(self)";

  /** Two years, in seconds; browsers pass over it where the page did not come by https. */
  private static final String HTTPS_ONLY = "max-age=63072000; includeSubDomains";

  /** What is read belongs to a customer: nobody on the way keeps it, or guesses what it is. */
  @ResponseFilter
  void leave(HttpRequest<?> request, MutableHttpResponse<?> response) {
    var isForPeople = Doors.isForPeople(request.getUri().getRawPath());
    var headers =
        response
            .getHeaders()
            .set("Cache-Control", "no-store")
            .set("X-Content-Type-Options", "nosniff")
            .set("X-Frame-Options", "DENY")
            .set("Content-Security-Policy", isForPeople ? PAGES : DOCS)
            .set("Referrer-Policy", "no-referrer");
    if (isForPeople) {
      headers
          .set("Strict-Transport-Security", HTTPS_ONLY)
          .set("Cross-Origin-Opener-Policy", "same-origin")
          .set("Cross-Origin-Resource-Policy", "same-origin")
          .set("Permissions-Policy", PASSKEYS);
    }
  }
}
