package dev.lockbox.api.portal;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.ReadableSessions;
import dev.lockbox.api.view.WantedActivity;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Engineers' sessions, and what was done in them. */
@Controller("/portal/tenants/{tenant}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("text/html;charset=utf-8")
@Hidden
class ActivityController {
  private static final int ITEMS_MAX = 50;

  private final ReadableSessions sessions;
  private final Pages pages;

  ActivityController(ReadableSessions sessions, Pages pages) {
    this.sessions = sessions;
    this.pages = pages;
  }

  @Get("/sessions")
  HttpResponse<?> open(Visitor visitor, @PathVariable String tenant) {
    var open = sessions.open(visitor.caller(), tenant);
    return pages.show(visitor, "sessions", new SessionsPage(null, open, null));
  }

  @Get("/requests/{id}/sessions")
  HttpResponse<?> ofRequest(Visitor visitor, @PathVariable String tenant, @PathVariable String id) {
    var found = sessions.of(visitor.caller(), tenant, id);
    return pages.show(
        visitor, "sessions", new SessionsPage(id, found.items(), found.use().orElse(null)));
  }

  /** Every field of the form may be left empty; times are UTC, as the form says. */
  @Get("/activity")
  HttpResponse<?> activity(
      Visitor visitor,
      @PathVariable String tenant,
      @QueryValue Optional<String> engineer,
      @QueryValue Optional<String> resource,
      @QueryValue Optional<String> from,
      @QueryValue Optional<String> until,
      @QueryValue Optional<String> cursor) {
    var sought = new ActivityPage.Sought(engineer, resource, from, until);
    var wanted =
        new WantedActivity(
            said(engineer),
            said(resource),
            said(from).map(ActivityController::instant),
            said(until).map(ActivityController::instant));
    var found = sessions.activity(visitor.caller(), tenant, wanted, ITEMS_MAX, cursor);
    var list = new Paths(tenant).activity() + sought.query();
    var next = found.next().map(place -> new Paths(tenant).next(list, place)).orElse(null);
    return pages.show(visitor, "activity", new ActivityPage(sought, found.items(), next));
  }

  private static Optional<String> said(Optional<String> field) {
    return field.filter(text -> !text.isBlank());
  }

  private static Instant instant(String text) {
    try {
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException notATime) {
      throw new ProblemException(
          Code.INVALID_REQUEST, "from and until must be times, as 2030-01-31T12:00");
    }
  }
}
