package dev.lockbox.api.view;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.tag.OrHeld;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.tag.Tagged;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The GETs of requests. Nothing here changes anything. */
@Controller("/v1/tenants/{tenant}/requests")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Requests")
class RequestsController {
  private static final int LIMIT_DEFAULT = 50;
  private static final int LIMIT_MAX = 200;
  static final String LIMIT_ABOUT = "At most so many items, 1 to 200; 50 when left out.";
  static final String TYPE_ABOUT = "Only what is called so, for example `RequestApproved`.";
  static final String FROM_ABOUT = "Not before this instant, ISO 8601.";
  static final String UNTIL_ABOUT = "Before this instant, ISO 8601.";
  static final String CURSOR_ABOUT =
      "Where the page starts: the `next` of the page before, of the same list.";

  private final ReadableRequests requests;

  RequestsController(ReadableRequests requests) {
    this.requests = requests;
  }

  /**
   * Part of the customer's requests.
   *
   * @param next cursor of the rest; null on the last page
   */
  @Introspected
  @Schema(name = "RequestPage")
  record RequestPage(
      @ArraySchema(schema = @Schema(implementation = RequestJson.class)) List<Shown> items,
      @Nullable String next)
      implements Tagged {}

  /**
   * Part of a request's timeline.
   *
   * @param next cursor of the rest; null on the last page
   */
  @Introspected
  @Schema(name = "EventPage")
  record EventPage(List<EventJson> items, @Nullable String next) implements Tagged {}

  @Get
  @Operation(
      operationId = "listRequests",
      summary = "The customer's requests, newest first, as they stand now or as they stood",
      description =
          "A page may hold fewer items than asked for, or none, and still have a `next`. A request"
              + " whose deadline has passed, and whose end the log has not recorded yet, is in the"
              + " list of all states only. As they stood: those that were open to read by then,"
              + " each folded from its timeline; `state` is that of then, and a `next` is good for"
              + " the same `asOf` only.")
  @Shows
  @OrProblem
  RequestPage list(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @QueryValue
          @Parameter(
              required = false,
              description = "Only requests that stand in this state, or stood in it at `asOf`.",
              schema = @Schema(implementation = WireState.class))
          Optional<String> state,
      @QueryValue
          @Parameter(
              required = false,
              description = LIMIT_ABOUT,
              schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
          Optional<String> limit,
      @QueryValue @Parameter(required = false, description = CURSOR_ABOUT) Optional<String> cursor,
      @QueryValue
          @Parameter(
              required = false,
              description = AsOf.TIME_ABOUT,
              schema = @Schema(type = "string", format = "date-time"))
          Optional<String> asOf) {
    var wanted = state.map(WireState::known);
    var atMost = limitOf(limit);
    var page =
        asOf.map(AsOf::time)
            .map(then -> requests.page(caller, tenant, wanted, atMost, cursor, then))
            .orElseGet(() -> requests.page(caller, tenant, wanted, atMost, cursor));
    return new RequestPage(page.items(), page.next().orElse(null));
  }

  @Get("/{id}")
  @Operation(
      operationId = "getRequest",
      summary = "One request as it stands now, or as it stood",
      description =
          "As it stood: its timeline, folded up to there by the same rules. Not there where it was"
              + " not opened yet, or where its customer could not read it yet.")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      headers =
          @Header(
              name = HttpHeaders.ETAG,
              description = OrHeld.TAG,
              required = true,
              schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RequestJson.class)))
  @OrHeld
  @OrProblem
  Shown get(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @QueryValue
          @Parameter(
              required = false,
              description = AsOf.TIME_ABOUT,
              schema = @Schema(type = "string", format = "date-time"))
          Optional<String> asOf,
      @QueryValue
          @Parameter(
              required = false,
              description = AsOf.VERSION_ABOUT,
              schema = @Schema(type = "integer", minimum = "1"))
          Optional<String> asOfVersion) {
    return AsOf.of(asOf, asOfVersion)
        .map(then -> requests.shown(caller, tenant, id, then))
        .orElseGet(() -> requests.shown(caller, tenant, id));
  }

  @Get("/{id}/events")
  @Operation(
      operationId = "listEvents",
      summary = "What happened to a request, oldest first",
      description = "A page may hold fewer items than asked for, or none, and still have a `next`.")
  @Shows
  @OrProblem
  EventPage events(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @QueryValue @Parameter(required = false, description = TYPE_ABOUT) Optional<String> type,
      @QueryValue
          @Parameter(required = false, description = "Only what they brought about, as shown here.")
          Optional<String> actor,
      @QueryValue @Parameter(required = false, description = FROM_ABOUT) Optional<String> from,
      @QueryValue @Parameter(required = false, description = UNTIL_ABOUT) Optional<String> until,
      @QueryValue
          @Parameter(
              required = false,
              description = LIMIT_ABOUT,
              schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
          Optional<String> limit,
      @QueryValue @Parameter(required = false, description = CURSOR_ABOUT)
          Optional<String> cursor) {
    var wanted =
        new WantedEvents(
            type.map(name -> EventTypes.known(EventTypes.OF_TIMELINE, name)),
            actor,
            from.map(RequestsController::instant),
            until.map(RequestsController::instant));
    var page = requests.events(caller, tenant, id, wanted, limitOf(limit), cursor);
    return new EventPage(page.items(), page.next().orElse(null));
  }

  static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException notAnInstant) {
      throw invalid("from and until must be instants, as 2030-01-31T12:00:00Z");
    }
  }

  static int limitOf(Optional<String> limit) {
    var given = limit.orElse(Integer.toString(LIMIT_DEFAULT));
    if (!given.matches("[1-9][0-9]{0,2}") || Integer.parseInt(given) > LIMIT_MAX) {
      throw invalid("limit must be 1 to %s".formatted(LIMIT_MAX));
    }
    return Integer.parseInt(given);
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(Code.INVALID_REQUEST, detail);
  }
}
