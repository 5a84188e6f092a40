package dev.lockbox.api.view;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.domain.identity.ResourceName;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** Who keeps to the guard rails. Nothing here changes anything. */
@Controller("/v1/tenants/{tenant}/compliance")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class ComplianceController {
  private final Authority authority;
  private final View view;
  private final Compliance compliance;

  ComplianceController(Authority authority, View view, Compliance compliance) {
    this.authority = authority;
    this.view = view;
    this.compliance = compliance;
  }

  @Get
  @Operation(
      operationId = "getCompliance",
      summary = "Subscriptions, and which guard rails they break, a hundred at a time")
  @Shows
  @OrProblem
  ComplianceJson get(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @QueryValue @Parameter(required = false, description = "The `next` of the page before.")
          Optional<String> after) {
    var readable = authority.toRead(caller, tenant);
    var standing =
        view.find(readable).orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
    return compliance.page(readable, standing, after.map(ComplianceController::name).orElse(""));
  }

  private static String name(String after) {
    try {
      return Seen.key(new ResourceName(after));
    } catch (IllegalArgumentException none) {
      throw new ProblemException(Code.INVALID_REQUEST, "after is not of this list");
    }
  }
}
