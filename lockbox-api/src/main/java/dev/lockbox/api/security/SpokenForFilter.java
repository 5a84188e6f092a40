package dev.lockbox.api.security;

import dev.lockbox.api.problem.ProblemException;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

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
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable
  HttpResponse<?> enter(HttpRequest<?> request) {
    var caller = Callers.of(request);
    try {
      return caller.isEmpty() || speakers.speakFor(caller.get(), request)
          ? null
          : BearerFilter.unauthenticated().response();
    } catch (ProblemException nobodyKnows) {
      return nobodyKnows.problem().response();
    }
  }
}
