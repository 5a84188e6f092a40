package dev.lockbox.api.portal;

import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.EventOperations;
import dev.lockbox.api.view.EventTypes;
import dev.lockbox.api.view.ReadableHappenings;
import dev.lockbox.api.view.ReadableRequests;
import dev.lockbox.api.view.StreamedJson;
import dev.lockbox.api.view.WantedHappenings;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All that happened at the customer, to look for some of it. */
@Controller("/portal/tenants/{tenant}/events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("text/html;charset=utf-8")
@Hidden
class HappeningsController {
  private static final int ITEMS_MAX = 50;

  private final ReadableHappenings happenings;
  private final ReadableRequests requests;
  private final News news;
  private final Pages pages;

  HappeningsController(
      ReadableHappenings happenings, ReadableRequests requests, News news, Pages pages) {
    this.happenings = happenings;
    this.requests = requests;
    this.news = news;
    this.pages = pages;
  }

  /** Every field of the form may be left empty. */
  @Get
  HttpResponse<?> get(
      Visitor visitor,
      HttpRequest<?> request,
      @PathVariable String tenant,
      @QueryValue Optional<String> cursor) {
    var sought = Sought.in(request, "type", "operation", "actor", "request", "from", "until");
    var type = sought.said("type").map(name -> EventTypes.known(EventTypes.OF_CUSTOMER, name));
    var operation = sought.said("operation").map(EventOperations::known);
    var wanted =
        new WantedHappenings(
            type.map(Set::of).orElseGet(Set::of),
            operation.map(Set::of).orElseGet(Set::of),
            sought.said("actor"),
            sought.said("request"),
            sought.instant("from"),
            sought.instant("until"));
    var following = news.ofEverything(visitor.caller(), tenant);
    var found = happenings.page(visitor.caller(), tenant, wanted, ITEMS_MAX, cursor);
    var paths = new Paths(tenant);
    var list = sought.on(paths.happenings());
    var next = found.next().map(place -> paths.next(list, place)).orElse(null);
    var page =
        new HappeningsPage(
            sought,
            found.items(),
            there(visitor, tenant, found.items()),
            next,
            cursor.isEmpty() ? following : null);
    return pages.show(visitor, "happenings", page);
  }

  private Set<String> there(Visitor visitor, String tenant, List<StreamedJson> items) {
    return items.stream()
        .map(StreamedJson::request)
        .filter(Objects::nonNull)
        .distinct()
        .filter(request -> requests.isThere(visitor.caller(), tenant, request))
        .collect(Collectors.toUnmodifiableSet());
  }
}
