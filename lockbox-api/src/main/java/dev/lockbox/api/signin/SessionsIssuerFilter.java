package dev.lockbox.api.signin;

import dev.lockbox.api.security.Speakers;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A session is over once its issuer does not speak for the customer any more, as the log says with
 * every request. Behind what passes a request on to another instance, which looks there itself.
 * Signing out is open to all.
 */
@ServerFilter("/portal/**")
@Order(Ordered.LOWEST_PRECEDENCE)
final class SessionsIssuerFilter {
  private final Speakers speakers;

  SessionsIssuerFilter(Speakers speakers) {
    this.speakers = speakers;
  }

  @RequestFilter
  CompletionStage<Optional<HttpResponse<?>>> enter(HttpRequest<?> request) {
    return Visitors.of(request)
        .map(
            visitor ->
                speakers.turnAway(
                    visitor.caller(), request, () -> SessionFilter.turnedAway(request)))
        .orElse(CompletableFuture.completedFuture(Optional.empty()));
  }
}
