package dev.lockbox.api.signin;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Speakers;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

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
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable
  HttpResponse<?> enter(HttpRequest<?> request) {
    var visitor = Visitors.of(request);
    try {
      return visitor.isEmpty() || speakers.speakFor(visitor.get().caller(), request)
          ? null
          : SessionFilter.turnedAway(request);
    } catch (ProblemException nobodyKnows) {
      return nobodyKnows.problem().response();
    }
  }
}
