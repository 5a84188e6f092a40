package dev.lockbox.api.access;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Says in each answer to which question it belongs, where the question has an id. */
@ServerFilter("/access/v1/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter {
  static final String ID = "X-Request-ID";
  static final String ABOUT = "The one of the question, where it has one";

  @ResponseFilter
  void leave(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request.getHeaders().findFirst(ID).ifPresent(id -> response.header(ID, id));
  }
}
