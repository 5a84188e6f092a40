package dev.lockbox.api.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes a form only from one of our own pages, sent by whom the page was made for: the browser says
 * that it comes from here, and the form carries what only that session's pages have.
 */
@ServerFilter({"/portal/**", "/signout"})
@Order(SessionFilter.AFTER_TOKENS + 1)
final class FormFilter {
  private static final String FIELD = "csrf=";
  private static final String HEADER = "X-CSRF";
  private static final String SAME_ORIGIN = "same-origin";

  private final SigninSettings settings;
  private final Sessions sessions;

  FormFilter(SigninSettings settings, Sessions sessions) {
    this.settings = settings;
    this.sessions = sessions;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> enter(HttpRequest<?> request, @Nullable @Body String body) {
    var session = request.getAttribute(SessionFilter.SESSION, Session.class);
    if (session.isEmpty()) {
      return null; // somebody who only looks
    }
    var visitor = sessions.visitor(session.get());
    if (!isFromHere(request) || !carries(request, body, visitor.csrf())) {
      return Page.formNotOurs();
    }
    request.setAttribute(VisitorBinder.VISITOR, visitor);
    return null;
  }

  /**
   * Pages of ours keep back where they are (no-referrer), so that browsers say "null" for their
   * origin; they still say that it is the same.
   */
  private boolean isFromHere(HttpRequest<?> request) {
    var origin = Optional.ofNullable(request.getHeaders().get("Origin"));
    var isOurs = origin.filter(settings.origin().toString()::equals).isPresent();
    return SessionFilter.fetched(request, "Site")
        .map(site -> site.equals(SAME_ORIGIN) && (isOurs || origin.orElse("null").equals("null")))
        .orElse(isOurs);
  }

  private static boolean carries(HttpRequest<?> request, @Nullable String body, String expected) {
    var carried =
        Optional.ofNullable(request.getHeaders().get(HEADER)).map(List::of).orElse(fields(body));
    return carried.size() == 1 && isSame(carried.get(0), expected);
  }

  /** The values of the field, of which there should be one. A form escapes nothing in it. */
  private static List<String> fields(@Nullable String body) {
    return Arrays.stream((body == null ? "" : body).split("&", -1))
        .filter(field -> field.startsWith(FIELD))
        .map(field -> field.substring(FIELD.length()))
        .toList();
  }

  private static boolean isSame(String carried, String expected) {
    return MessageDigest.isEqual(carried.getBytes(UTF_8), expected.getBytes(UTF_8));
  }
}
