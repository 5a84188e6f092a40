package dev.lockbox.api.hop;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Knows what another instance has passed on, and counted already. Who calls is checked anew. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(property = "lockbox.view.address")
@Order(Ordered.LOWEST_PRECEDENCE - 3)
final class Arrivals {
  private final Stamp stamp;

  Arrivals(Stamp stamp) {
    this.stamp = stamp;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void enter(HttpRequest<?> request) {
    var stamps = request.getHeaders().getAll(Stamp.HEADER);
    if (stamps.size() == 1 && stamp.isOurs(stamps.get(0), Call.of(request))) {
      Hops.notePassedOn(request);
    }
  }
}
