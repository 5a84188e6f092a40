package dev.lockbox.api.command;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
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

/** Where a customer's people start practice. What is said to it goes where all decisions go. */
@Controller("/v1/tenants/{tenant}/simulations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Practice")
class SimulationsController {
  private final Authority authority;
  private final Decisions decisions;

  SimulationsController(Authority authority, Decisions decisions) {
    this.authority = authority;
    this.decisions = decisions;
  }

  @Post
  @Operation(
      operationId = "startPractice",
      summary = "Open a request to practise on",
      description =
          "It waits, is mailed and is decided like every other, and grants nothing, whatever is"
              + " said to it. As many as three may wait at once.")
  @Answered.WithRequest
  CompletableFuture<HttpResponse<?>> startPractice(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = PracticeBody.class)))
          byte[] body) {
    var customer = authority.toPractise(caller, tenant);
    var start = PracticeBody.parse(body).by(caller.person(), customer);
    return decisions.decide(start, start.by());
  }
}
