package dev.lockbox.api.command;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.view.RequestIds;
import dev.lockbox.domain.RequestCommand.BeginReview;
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
 * That an approver begins to review a waiting request, which nobody tells from their having fetched
 * it. Answered like a decision.
 */
@Controller("/v1/tenants/{tenant}/requests/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Decisions")
class ReviewController {
  private final Authority authority;
  private final Decisions decisions;

  ReviewController(Authority authority, Decisions decisions) {
    this.authority = authority;
    this.decisions = decisions;
  }

  @Post("/review")
  @Operation(
      operationId = "beginReview",
      summary = "Say that the review of the version that is at hand begins",
      description =
          "Where the customer's rules want it, an approval is taken only from whoever has begun to"
              + " review what stands, and from the instant on that the answer tells.")
  @Answered.WithRequest
  CompletableFuture<HttpResponse<?>> beginReview(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = ReviewBody.class)))
          byte[] body) {
    var request = RequestIds.parse(authority.toDecide(caller, tenant), id);
    var asked = ReviewBody.parse(body);
    var by = new Attempt(caller.person(), asked.id());
    return decisions.decide(new BeginReview(request, by, asked.ifVersion()), by);
  }
}
