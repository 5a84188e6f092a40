package dev.lockbox.api.portal;

import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.EventTypes;
import dev.lockbox.api.view.ReadableRequests;
import dev.lockbox.api.view.WantedEvents;
import io.micronaut.http.HttpRequest;
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

/** All that happened to a request, to look for some of it. */
@Controller("/portal/tenants/{tenant}/requests/{id}/history")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("text/html;charset=utf-8")
@Hidden
class HistoryController {
  private static final int ITEMS_MAX = 50;

  private final ReadableRequests requests;
  private final Pages pages;

  HistoryController(ReadableRequests requests, Pages pages) {
    this.requests = requests;
    this.pages = pages;
  }

  /** Every field of the form may be left empty. */
  @Get
  HttpResponse<?> get(
      Visitor visitor,
      HttpRequest<?> request,
      @PathVariable String tenant,
      @PathVariable String id,
      @QueryValue Optional<String> cursor) {
    var sought = Sought.in(request, "type", "actor", "from", "until");
    var wanted =
        new WantedEvents(
            sought.said("type").map(name -> EventTypes.known(EventTypes.OF_TIMELINE, name)),
            sought.said("actor"),
            sought.instant("from"),
            sought.instant("until"));
    var found = requests.events(visitor.caller(), tenant, id, wanted, ITEMS_MAX, cursor);
    var paths = new Paths(tenant);
    var list = sought.on(paths.historyOf(id));
    var next = found.next().map(place -> paths.next(list, place)).orElse(null);
    return pages.show(visitor, "history", new HistoryPage(id, sought, found.items(), next));
  }
}
