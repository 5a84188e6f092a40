package dev.lockbox.api.lease;

import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.ProviderAuthority;
import dev.lockbox.api.view.RequestIds;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Where a gateway of the provider's gets leases. To everybody else there is nothing there. */
@Controller("/v1/tenants/{tenant}/requests/{id}/lease")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Gateways")
class LeaseController {
  private final ProviderAuthority authority;
  private final Lessor lessor;

  LeaseController(ProviderAuthority authority, Lessor lessor) {
    this.authority = authority;
    this.lessor = lessor;
  }

  @Post
  @Operation(
      operationId = "lease",
      summary = "Hold a grant for a minute at the most",
      description =
          "A signed lease of a grant that stands, for the gateway that asks and for nobody else."
              + " Without one, or once it is over, nothing is open.")
  @ApiResponse(
      responseCode = "200",
      description = "The lease",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = LeaseJson.class)))
  @OrProblem
  LeaseJson lease(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = LeaseBody.class)))
          byte[] body) {
    var customer = authority.toAskForEngineers(caller, tenant);
    var nonce = LeaseBody.parse(body).nonce();
    return lessor.let(RequestIds.parse(customer, id), caller.person(), nonce);
  }
}
