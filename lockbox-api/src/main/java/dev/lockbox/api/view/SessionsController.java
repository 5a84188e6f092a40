package dev.lockbox.api.view;

import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.tag.Tagged;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The GETs of engineers' sessions, and of what was done in them. Nothing here changes anything. */
@Controller("/v1/tenants/{tenant}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sessions")
class SessionsController {
  private final ReadableSessions sessions;

  SessionsController(ReadableSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Sessions, and what was made of the grant they are under.
   *
   * @param use null where nothing was told of it, and in the list of open sessions
   */
  @Introspected
  @Schema(name = "Sessions")
  record SessionsJson(List<SessionJson> items, @Nullable UseJson use) implements Tagged {}

  /**
   * Part of what engineers did.
   *
   * @param next cursor of the rest; null on the last page
   */
  @Introspected
  @Schema(name = "ActivityPage")
  record ActivityPage(List<ActivityJson> items, @Nullable String next) implements Tagged {}

  @Get("/requests/{id}/sessions")
  @Operation(
      operationId = "listSessions",
      summary =
          "A request's sessions, and what was approved beside what was performed, now or as it"
              + " stood",
      description = "At most 256 sessions, open ones and those that are over.")
  @Shows
  @OrProblem
  SessionsJson ofRequest(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @QueryValue
          @Parameter(
              required = false,
              description = AsOf.TIME_ABOUT,
              schema = @Schema(type = "string", format = "date-time"))
          Optional<String> asOf) {
    var found =
        asOf.map(AsOf::time)
            .map(then -> sessions.of(caller, tenant, id, then))
            .orElseGet(() -> sessions.of(caller, tenant, id));
    return new SessionsJson(found.items(), found.use().orElse(null));
  }

  @Get("/sessions")
  @Operation(
      operationId = "listOpenSessions",
      summary = "The customer's open sessions, or those that were open",
      description = "At most 256 of them; to who reads some requests only, those under these.")
  @Shows
  @OrProblem
  SessionsJson open(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @QueryValue
          @Parameter(
              required = false,
              description = AsOf.TIME_ABOUT,
              schema = @Schema(type = "string", format = "date-time"))
          Optional<String> asOf) {
    var open =
        asOf.map(AsOf::time)
            .map(then -> sessions.open(caller, tenant, then))
            .orElseGet(() -> sessions.open(caller, tenant));
    return new SessionsJson(open, null);
  }

  @Get("/activity")
  @Operation(
      operationId = "listActivity",
      summary = "What engineers did at the customer, newest first",
      description =
          "Sessions that began and ended, actions, devices and summaries. A page may hold fewer"
              + " items than asked for, or none, and still have a `next`. Who reads some requests"
              + " only is shown what was done under these.")
  @Shows
  @OrProblem
  ActivityPage activity(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @QueryValue @Parameter(required = false, description = EntitlementsController.NAME_ABOUT)
          Optional<String> engineer,
      @QueryValue
          @Parameter(
              required = false,
              description = "Only actions on this resource and on what lies below it.")
          Optional<String> resource,
      @QueryValue @Parameter(required = false, description = RequestsController.TYPE_ABOUT)
          Optional<String> type,
      @QueryValue @Parameter(required = false, description = "Only what was done under its grant.")
          Optional<String> request,
      @QueryValue @Parameter(required = false, description = "Only what was done in it, by its id.")
          Optional<String> session,
      @QueryValue @Parameter(required = false, description = RequestsController.FROM_ABOUT)
          Optional<String> from,
      @QueryValue @Parameter(required = false, description = RequestsController.UNTIL_ABOUT)
          Optional<String> until,
      @QueryValue
          @Parameter(
              required = false,
              description = RequestsController.LIMIT_ABOUT,
              schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
          Optional<String> limit,
      @QueryValue @Parameter(required = false, description = RequestsController.CURSOR_ABOUT)
          Optional<String> cursor) {
    var wanted =
        new WantedActivity(
            engineer.map(EntitlementsController::named),
            resource,
            type.map(name -> EventTypes.known(EventTypes.OF_ACTIVITY, name)),
            request,
            session,
            from.map(RequestsController::instant),
            until.map(RequestsController::instant));
    var page = sessions.activity(caller, tenant, wanted, RequestsController.limitOf(limit), cursor);
    return new ActivityPage(page.items(), page.next().orElse(null));
  }
}
