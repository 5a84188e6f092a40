package dev.lockbox.api.command;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.view.ExclusionIds;
import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.decision.Attempt;
import io.micronaut.http.HttpResponse;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody of the customer takes note of an access that no approval covers. Whether they are one
 * who may is for the processor to say, which records a refusal.
 */
@Controller("/v1/tenants/{tenant}/exclusions/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Exclusions")
class AcknowledgementController {
  private final Authority authority;
  private final Decisions decisions;

  AcknowledgementController(Authority authority, Decisions decisions) {
    this.authority = authority;
    this.decisions = decisions;
  }

  @Post("/acknowledge")
  @Operation(operationId = "acknowledgeExclusion", summary = "Take note of an exclusion")
  @Answered.WithExclusion
  CompletableFuture<HttpResponse<?>> acknowledge(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body
          @RequestBody(content = @Content(schema = @Schema(implementation = AcknowledgeBody.class)))
          byte[] body) {
    var exclusion = ExclusionIds.named(authority.toRead(caller, tenant), id);
    var said = AcknowledgeBody.parse(body);
    var by = new Attempt(caller.person(), said.id());
    var reason = said.reasonOf(caller.person());
    return decisions.decide(new AcknowledgeExclusion(exclusion, by, reason), by);
  }
}
