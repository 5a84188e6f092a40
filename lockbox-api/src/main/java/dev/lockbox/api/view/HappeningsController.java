package dev.lockbox.api.view;

import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.tag.Tagged;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The GET of all that happened at a customer. Nothing here changes anything. */
@Controller("/v1/tenants/{tenant}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Requests")
class HappeningsController {
  private final ReadableHappenings happenings;

  HappeningsController(ReadableHappenings happenings) {
    this.happenings = happenings;
  }

  /**
   * Part of what happened at the customer.
   *
   * @param next cursor of the rest; null on the last page
   */
  @Introspected
  @Schema(name = "HappeningPage")
  record HappeningPage(List<StreamedJson> items, @Nullable String next) implements Tagged {}

  @Get("/events")
  @Operation(
      operationId = "listHappenings",
      summary = "What happened at the customer, newest first",
      description =
          "Over all requests that the caller may read, and, for who reads everything, what is about"
              + " the customer itself: its people, rules, keys, exclusions. A page may hold fewer"
              + " items than asked for, or none, and still have a `next`.",
      parameters = {
        @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description =
                RequestsController.TYPE_ABOUT + " Given several times: what is called so or so.",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "operation",
            in = ParameterIn.QUERY,
            description =
                "Only what the audit record calls so, for example `DenyLockboxRequest`: what was"
                    + " done, and what was tried and refused. Given several times: what is called"
                    + " so or so. An unknown one is refused, with all that there are.",
            array = @ArraySchema(schema = @Schema(type = "string")))
      })
  @Shows
  @OrProblem
  HappeningPage list(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) HttpRequest<?> asked,
      @PathVariable String tenant,
      @QueryValue
          @Parameter(required = false, description = "Only what they brought about, as shown here.")
          Optional<String> actor,
      @QueryValue
          @Parameter(
              required = false,
              description = "Only what happened to it; an unknown one is refused.")
          Optional<String> request,
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
    var types =
        asked.getParameters().getAll("type").stream()
            .map(name -> EventTypes.known(EventTypes.OF_CUSTOMER, name))
            .collect(Collectors.toSet());
    var operations =
        asked.getParameters().getAll("operation").stream()
            .map(EventOperations::known)
            .collect(Collectors.toSet());
    var wanted =
        new WantedHappenings(
            types,
            operations,
            actor,
            request,
            from.map(RequestsController::instant),
            until.map(RequestsController::instant));
    var page = happenings.page(caller, tenant, wanted, RequestsController.limitOf(limit), cursor);
    return new HappeningPage(page.items(), page.next().orElse(null));
  }
}
