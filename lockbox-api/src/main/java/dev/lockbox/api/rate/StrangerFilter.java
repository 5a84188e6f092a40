package dev.lockbox.api.rate;

import dev.lockbox.api.security.Callers;
import dev.lockbox.api.signin.Visitors;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.regex.Pattern;

/**
 * Sends away those of whom nobody knows who they are, by where they call from: who tries tokens,
 * and who signs in. A token is looked at all the same, and whoever has a good one is let in: behind
 * a proxy all call from one address, and no flood of others may keep a no out. Hence outside of all
 * that tell who calls.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(StrangerFilter.BEFORE_TOKENS)
final class StrangerFilter {
  static final int BEFORE_TOKENS = -10;

  private static final Pattern SIGN_IN = Pattern.compile("/signin(/.*)?");

  private final Strangers strangers;

  StrangerFilter(Strangers strangers) {
    this.strangers = strangers;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> enter(HttpRequest<?> request) {
    return isSigningIn(request) ? sentAway(request) : null;
  }

  @ResponseFilter
  @Nullable
  HttpResponse<?> leave(HttpRequest<?> request, HttpResponse<?> response) {
    var isKnown = Callers.of(request).isPresent() || Visitors.of(request).isPresent();
    return isKnown || isSigningIn(request) || response.code() != HttpStatus.UNAUTHORIZED.getCode()
        ? null
        : sentAway(request);
  }

  private static boolean isSigningIn(HttpRequest<?> request) {
    return SIGN_IN.matcher(request.getUri().getRawPath()).matches();
  }

  private @Nullable HttpResponse<?> sentAway(HttpRequest<?> request) {
    var wait = strangers.take(request.getRemoteAddress().getAddress());
    return wait.isZero() ? null : RateFilter.later(wait);
  }
}
