package dev.lockbox.api.portal;

import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.EventTypes;
import dev.lockbox.api.view.ReadableSessions;
import dev.lockbox.api.view.WantedActivity;
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

/** Engineers' sessions, and what was done in them. */
@Controller("/portal/tenants/{tenant}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("text/html;charset=utf-8")
@Hidden
class ActivityController {
  private static final int ITEMS_MAX = 50;

  private final ReadableSessions sessions;
  private final News news;
  private final Pages pages;

  ActivityController(ReadableSessions sessions, News news, Pages pages) {
    this.sessions = sessions;
    this.news = news;
    this.pages = pages;
  }

  @Get("/sessions")
  HttpResponse<?> open(Visitor visitor, @PathVariable String tenant) {
    var after = news.ofSessions(visitor.caller(), tenant);
    var open = sessions.open(visitor.caller(), tenant);
    return pages.show(visitor, "sessions", new SessionsPage(null, open, null, after));
  }

  @Get("/requests/{id}/sessions")
  HttpResponse<?> ofRequest(Visitor visitor, @PathVariable String tenant, @PathVariable String id) {
    var after = news.of(visitor.caller(), tenant, id);
    var found = sessions.of(visitor.caller(), tenant, id);
    return pages.show(
        visitor, "sessions", new SessionsPage(id, found.items(), found.use().orElse(null), after));
  }

  /** Every field of the form may be left empty. */
  @Get("/activity")
  HttpResponse<?> activity(
      Visitor visitor,
      HttpRequest<?> request,
      @PathVariable String tenant,
      @QueryValue Optional<String> cursor) {
    var sought =
        Sought.in(request, "engineer", "type", "resource", "request", "session", "from", "until");
    var wanted =
        new WantedActivity(
            sought.said("engineer"),
            sought.said("resource"),
            sought.said("type").map(name -> EventTypes.known(EventTypes.OF_ACTIVITY, name)),
            sought.said("request"),
            sought.said("session"),
            sought.instant("from"),
            sought.instant("until"));
    var following = news.ofSessions(visitor.caller(), tenant);
    var found = sessions.activity(visitor.caller(), tenant, wanted, ITEMS_MAX, cursor);
    var paths = new Paths(tenant);
    var list = sought.on(paths.activity());
    var next = found.next().map(place -> paths.next(list, place)).orElse(null);
    var page = new ActivityPage(sought, found.items(), next, cursor.isEmpty() ? following : null);
    return pages.show(visitor, "activity", page);
  }
}
