package dev.lockbox.api.view;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
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

/** What engineers may do, by all grants together. Nothing here changes anything. */
@Controller("/v1/tenants/{tenant}/entitlements")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Entitlements")
class EntitlementsController {
  static final String NAME_ABOUT =
      "The engineer, as requests show them: by their id, or by the pseudonym that the provider"
          + " gave.";

  private final Authority authority;
  private final View view;
  private final Hindsight hindsight;

  EntitlementsController(Authority authority, View view, Hindsight hindsight) {
    this.authority = authority;
    this.view = view;
    this.hindsight = hindsight;
  }

  /** All that may be done, in the order of engineers, actions and resources. */
  @Introspected
  @Schema(name = "EntitlementList")
  record EntitlementList(List<EntitlementJson> items) implements Tagged {}

  @Get
  @Operation(
      operationId = "listEntitlements",
      summary = "What engineers may do now, or might do",
      description =
          "Each action on each resource that some grant allows, with every grant that does. None"
              + " while the customer's grants are frozen. More than 5000 of them, or of the"
              + " customer's grants, are not put together: then name an engineer, an action or a"
              + " resource. At an instant that is over: what was granted then, whether or not it"
              + " was used, and whether or not enforcement points had shut by then.")
  @Shows
  @OrProblem
  EntitlementList list(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @QueryValue
          @Parameter(
              required = false,
              description = NAME_ABOUT + " Only beside `asOf` it may be left out, for everybody.")
          Optional<String> engineer,
      @QueryValue @Parameter(required = false, description = "Only this action.")
          Optional<String> action,
      @QueryValue @Parameter(required = false, description = "Only this resource.")
          Optional<String> resource,
      @QueryValue
          @Parameter(
              required = false,
              description = AsOf.TIME_ABOUT,
              schema = @Schema(type = "string", format = "date-time"))
          Optional<String> asOf) {
    var readable = authority.toRead(caller, tenant);
    var who = engineer.map(EntitlementsController::named);
    if (asOf.isEmpty() && who.isEmpty()) {
      throw noName();
    }
    return new EntitlementList(
        asOf.map(AsOf::time)
            .map(then -> hindsight.entitlements(readable, who, action, resource, then))
            .orElseGet(() -> view.entitlements(readable, who, action, resource)));
  }

  static String named(String engineer) {
    if (engineer.isBlank()) {
      throw noName();
    }
    return engineer;
  }

  private static ProblemException noName() {
    return new ProblemException(Code.INVALID_REQUEST, "engineer must name one");
  }
}
