package dev.lockbox.api.azure;

import dev.lockbox.api.problem.Problem;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells problems in the shape that is expected here, with the code and the status they have. */
@ServerFilter({"/subscriptions/**", "/providers/**"})
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ErrorFilter {
  @ResponseFilter
  void leave(MutableHttpResponse<?> response) {
    if (response.body() instanceof Problem problem) {
      response.body(ErrorJson.of(problem)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
