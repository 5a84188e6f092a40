package dev.lockbox.api.portal;

import dev.lockbox.api.problem.Problem;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * What went wrong is told to people as a page, with the status that programs would get; whatever
 * comes from a filter too, hence outside of all that turn somebody away.
 */
@ServerFilter("/portal/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ProblemPages {
  private final Pages pages;

  ProblemPages(Pages pages) {
    this.pages = pages;
  }

  @ResponseFilter
  void tell(MutableHttpResponse<?> response) {
    response
        .getBody(Problem.class)
        .ifPresent(
            problem ->
                response.body(pages.showBare("problem", problem).body()).contentType(Pages.HTML));
  }
}
