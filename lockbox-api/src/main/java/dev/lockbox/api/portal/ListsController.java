package dev.lockbox.api.portal;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.Page;
import dev.lockbox.api.view.ReadableRequests;
import dev.lockbox.api.view.RequestJson;
import dev.lockbox.api.view.WireState;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lists of requests: those that wait, those that are granted, and all of them. */
@Controller("/portal")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("text/html;charset=utf-8")
@Hidden
class ListsController {
  private static final int ITEMS_MAX = 50;

  /** Most grants of one state that the page of live access shows at once. */
  private static final int GRANTS_MAX = 200;

  private static final List<WireState> LIVE =
      List.of(
          WireState.ACTIVE,
          WireState.ACTIVE_UNDER_CONDITIONS,
          WireState.FROZEN,
          WireState.SCHEDULED);

  private final ReadableRequests requests;
  private final Authority authority;
  private final News news;
  private final Pages pages;

  ListsController(ReadableRequests requests, Authority authority, News news, Pages pages) {
    this.requests = requests;
    this.authority = authority;
    this.news = news;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> start(Visitor visitor) {
    var paths = new Paths(visitor.caller().tenant().value());
    return HttpResponse.seeOther(URI.create(paths.waiting()));
  }

  @Get("/tenants/{tenant}/waiting")
  HttpResponse<?> waiting(
      Visitor visitor, @PathVariable String tenant, @QueryValue Optional<String> cursor) {
    var after = news.ofAll(visitor.caller(), tenant);
    var state = Optional.of(WireState.CUSTOMER_NOTIFIED);
    var found = requests.list(visitor.caller(), tenant, state, ITEMS_MAX, cursor);
    return show(visitor, "waiting", found, new Paths(tenant).waiting(), after);
  }

  /** The field of the form may be left empty. */
  @Get("/tenants/{tenant}/requests")
  HttpResponse<?> all(
      Visitor visitor,
      HttpRequest<?> request,
      @PathVariable String tenant,
      @QueryValue Optional<String> cursor) {
    var after = news.ofAll(visitor.caller(), tenant);
    var sought = Sought.in(request, "state");
    var state = sought.said("state").map(WireState::known);
    var found = requests.list(visitor.caller(), tenant, state, ITEMS_MAX, cursor);
    var paths = new Paths(tenant);
    var list = sought.on(paths.requests());
    var next = found.next().map(place -> paths.next(list, place)).orElse(null);
    return pages.show(visitor, "requests", new RequestsPage(sought, found.items(), next, after));
  }

  /**
   * What ends first comes first, of the newest of each state.
   *
   * @param state only those, of which the cursor is; empty for all
   */
  @Get("/tenants/{tenant}/grants")
  HttpResponse<?> grants(
      Visitor visitor,
      @PathVariable String tenant,
      @QueryValue Optional<String> state,
      @QueryValue Optional<String> cursor) {
    var after = news.ofAll(visitor.caller(), tenant);
    var wanted = state.map(ListsController::live);
    var found = new ArrayList<RequestJson>();
    var rest = new ArrayList<GrantsPage.Rest>();
    for (var one : wanted.map(List::of).orElse(LIVE)) {
      var page =
          requests.list(
              visitor.caller(),
              tenant,
              Optional.of(one),
              GRANTS_MAX,
              wanted.isPresent() ? cursor : Optional.empty());
      found.addAll(page.items());
      page.next()
          .map(place -> new Paths(tenant).grantsAfter(one, place))
          .ifPresent(path -> rest.add(new GrantsPage.Rest(one, path)));
    }
    found.sort(
        Comparator.comparing(
            RequestJson::accessUntil, Comparator.nullsLast(Comparator.naturalOrder())));
    return pages.show(
        visitor,
        "grants",
        new GrantsPage(
            found, wanted.orElse(null), authority.decides(visitor.caller()), rest, after));
  }

  private static WireState live(String name) {
    return LIVE.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Code.INVALID_REQUEST, "state must be that of live access, as ACTIVE"));
  }

  private HttpResponse<?> show(
      Visitor visitor, String template, Page<RequestJson> found, String path, String after) {
    var next =
        found.next().map(cursor -> new Paths(visitor.caller().tenant().value()).next(path, cursor));
    var decides = authority.decides(visitor.caller());
    var practises = authority.practises(visitor.caller());
    var page = new ListPage(found.items(), decides, practises, next.orElse(null), after);
    return pages.show(visitor, template, page);
  }
}
