package dev.lockbox.api.rate;

import dev.lockbox.api.hop.Hops;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.security.Callers;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.signin.Visitors;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;

/**
 * Sends away who calls too often, once it is known who calls. What another instance has passed on
 * was counted there.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(RateFilter.COUNTED)
final class RateFilter {
  /** Once it is known who calls, and before anybody is asked to answer. */
  static final int COUNTED = Ordered.LOWEST_PRECEDENCE - 2;

  private final Rates rates;

  RateFilter(Rates rates) {
    this.rates = rates;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> enter(HttpRequest<?> request) {
    if (Hops.isPassedOn(request)) {
      return null;
    }
    var path = request.getUri().getRawPath();
    var budget = Budget.of(request.getMethodName(), path, DenialFilter.isOn(request));
    return Callers.of(request)
        .or(() -> Visitors.of(request).map(Visitor::caller))
        .map(caller -> rates.take(caller, budget))
        .filter(wait -> !wait.isZero())
        .map(RateFilter::later)
        .orElse(null);
  }

  static HttpResponse<?> later(Duration wait) {
    var seconds = wait.plusSeconds(1).toSeconds();
    return Problem.of(Code.TOO_MANY_CALLS, "Nothing was taken down; call again in a moment.")
        .response()
        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }
}
