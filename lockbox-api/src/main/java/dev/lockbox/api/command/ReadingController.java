package dev.lockbox.api.command;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.view.RequestIds;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
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
 * That somebody has read what was done under access that is over, which nobody tells from their
 * having fetched it. Answered like a decision.
 */
@Controller("/v1/tenants/{tenant}/requests/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Decisions")
class ReadingController {
  private final Authority authority;
  private final Decisions decisions;

  ReadingController(Authority authority, Decisions decisions) {
    this.authority = authority;
    this.decisions = decisions;
  }

  @Post("/read")
  @Operation(
      operationId = "confirmRead",
      summary = "Say that one has read what was done under access that is over",
      description =
          "Whoever decided on it, administers or audits may say so, once for all of them. Where the"
              + " customer's rules want it, they are reminded of what nobody has read in time.")
  @Answered.WithRequest
  CompletableFuture<HttpResponse<?>> confirmRead(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = ReadBody.class)))
          byte[] body) {
    var request = RequestIds.parse(authority.toSayTheyRead(caller, tenant), id);
    var asked = ReadBody.parse(body);
    var by = new Attempt(caller.person(), asked.id());
    return decisions.decide(new ConfirmRead(request, by), by);
  }
}
