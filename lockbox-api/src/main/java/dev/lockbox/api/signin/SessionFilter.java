package dev.lockbox.api.signin;

import dev.lockbox.api.security.Doors;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import java.net.URI;
import java.util.Optional;

/**
 * Nobody sees a page for people without a session. Who looks at one stands in an attribute of the
 * request, from where {@link VisitorBinder} hands it to a route; who sends a form stands there only
 * once {@link FormFilter} knows that it is one of ours.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(SessionFilter.AFTER_TOKENS)
final class SessionFilter {
  /** Doors are looked at for tokens first. */
  static final int AFTER_TOKENS = 10;

  static final String SESSION = "lockbox.session";
  private static final String NOTED = "lockbox.session.noted";

  private final Issuers issuers;
  private final Sessions sessions;

  SessionFilter(Issuers issuers, Sessions sessions) {
    this.issuers = issuers;
    this.sessions = sessions;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> enter(HttpRequest<?> request) {
    if (!Doors.takesSession(request.getUri().getRawPath())) {
      return null;
    }
    if (!issuers.isOpen()) {
      return Page.nobodySignsIn();
    }
    if (!sessions.areKnown() && !isLeaving(request)) {
      return Page.notKnown();
    }
    var session = sessions.in(request);
    session.ifPresent(one -> letIn(request, one));
    return session.isPresent() ? null : turnedAway(request);
  }

  @ResponseFilter
  void leave(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request.getAttribute(NOTED, Cookie.class).ifPresent(response::cookie);
  }

  private void letIn(HttpRequest<?> request, Session session) {
    if (isLooking(request)) {
      request.setAttribute(VisitorBinder.VISITOR, sessions.visitor(session));
      if (!isPartOfPage(request)) {
        // A page that is left open keeps nobody signed in.
        sessions.noted(session).ifPresent(cookie -> request.setAttribute(NOTED, cookie));
      }
    } else {
      request.setAttribute(SESSION, session);
    }
  }

  static HttpResponse<?> turnedAway(HttpRequest<?> request) {
    if (!isLooking(request) || isPartOfPage(request)) {
      return Page.sessionOver();
    }
    if ("cross-site".equals(fetched(request, "Site").orElse(""))) {
      // A link in a mail, say: the browser has kept our cookie back, and sends it from this page.
      return Page.onward(asked(request));
    }
    return HttpResponse.status(HttpStatus.SEE_OTHER)
        .headers(headers -> headers.location(signIn(request)));
  }

  /** Whoever wants to go may, whatever is not known. */
  private static boolean isLeaving(HttpRequest<?> request) {
    return request.getPath().equals(SigninController.SIGN_OUT);
  }

  private static boolean isLooking(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
  }

  private static boolean isPartOfPage(HttpRequest<?> request) {
    return fetched(request, "Mode").filter(mode -> !mode.equals("navigate")).isPresent();
  }

  private static URI signIn(HttpRequest<?> request) {
    return SigninController.address(asked(request), false);
  }

  private static String asked(HttpRequest<?> request) {
    var uri = request.getUri();
    var query = uri.getRawQuery();
    return LocalPage.of(
        Optional.of(query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query));
  }

  /** What browsers say of how they came to ask (Fetch Metadata). */
  static Optional<String> fetched(HttpRequest<?> request, String what) {
    return Optional.ofNullable(request.getHeaders().get("Sec-Fetch-" + what));
  }
}
