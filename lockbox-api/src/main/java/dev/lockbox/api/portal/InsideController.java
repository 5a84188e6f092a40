package dev.lockbox.api.portal;

import dev.lockbox.api.signin.StepUp;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.InternalRequests;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/** What the provider's own approvers read of a customer's request before its customer is asked. */
@Controller("/portal/provider/requests/{tenant}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("text/html;charset=utf-8")
@Hidden
class InsideController {
  private static final int ITEMS_MAX = 50;

  private final InternalRequests requests;
  private final News news;
  private final StepUp stepUp;
  private final Pages pages;

  InsideController(InternalRequests requests, News news, StepUp stepUp, Pages pages) {
    this.requests = requests;
    this.news = news;
    this.stepUp = stepUp;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> waiting(
      Visitor visitor, @PathVariable String tenant, @QueryValue Optional<String> cursor) {
    var after = news.ofAllInside(visitor.caller(), tenant);
    var found = requests.list(visitor.caller(), tenant, ITEMS_MAX, cursor);
    var list = Paths.inside(tenant);
    var next = found.next().map(place -> list.next(list.requests(), place)).orElse(null);
    return pages.showInside(
        visitor, tenant, "inside-waiting", new ListPage(found.items(), true, false, next, after));
  }

  @Get("/{id}")
  HttpResponse<?> get(
      Visitor visitor,
      @PathVariable String tenant,
      @PathVariable String id,
      @QueryValue Optional<String> decision) {
    var after = news.ofInside(visitor.caller(), tenant, id);
    var request = requests.get(visitor.caller(), tenant, id);
    var notice =
        decision
            .flatMap(Notice::decision)
            .map(one -> requests.verdictOn(visitor.caller(), tenant, id, one))
            .map(Notice::of);
    var again = stepUp.fresh(visitor) ? null : stepUp.again(Paths.inside(tenant).request(id));
    return pages.showInside(
        visitor, tenant, "inside", new InsidePage(request, again, notice.orElse(null), after));
  }
}
