package dev.lockbox.api.security;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * No route is reached with a token whose issuer does not speak for the customer. Behind what passes
 * a request on to another instance, for those that could not be looked at before.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.LOWEST_PRECEDENCE)
final class SpokenForFilter {
  private final Speakers speakers;

  SpokenForFilter(Speakers speakers) {
    this.speakers = speakers;
  }

  @RequestFilter
  CompletionStage<Optional<HttpResponse<?>>> enter(HttpRequest<?> request) {
    return Callers.of(request)
        .map(
            caller ->
                speakers.turnAway(caller, request, () -> BearerFilter.unauthenticated().response()))
        .orElse(CompletableFuture.completedFuture(Optional.empty()));
  }
}
